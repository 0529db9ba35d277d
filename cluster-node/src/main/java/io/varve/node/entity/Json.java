package io.varve.node.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The two encodings: JSON in the journal, where people read it, and CBOR between nodes. */
public final class Json {
    public static final ObjectMapper JOURNAL = configure(JsonMapper.builder(JsonFactory.builder()
            // Half of the time of reading signals goes into numbers with the JDK's own way.
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build()));
    public static final ObjectMapper WIRE = configure(CBORMapper.builder());

    private Json() {}

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M configure(MapperBuilder<M, B> builder) {
        return builder.addModule(new JavaTimeModule())
                .addModule(new InstantModule())
                .addModule(new Jdk8Module())
                .addModule(new PersistentModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                // Equal maps must have equal digests.
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                // A newer node may have written a field that this one does not know yet.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .build();
    }
}
