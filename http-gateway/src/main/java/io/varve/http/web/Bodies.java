package io.varve.http.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** JSON of requests and answers: strict in what it takes, so that a typo is an error and not a surprise. */
public final class Bodies {
    private static final ObjectMapper MAPPER = strict();

    private Bodies() {}

    private static ObjectMapper strict() {
        var mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .serializationInclusion(JsonInclude.Include.NON_ABSENT)
                .build();
        for (var shape : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        return mapper;
    }

    /** Reads a whole body; nothing at all counts as an empty object. */
    public static <T> T read(byte[] body, Class<T> type) {
        try {
            return notNull(MAPPER.readValue(body.length == 0 ? new byte[] {'{', '}'} : body, type));
        } catch (IOException e) {
            throw problem(e);
        }
    }

    /** Reads a whole body of which only some fields are known: what programs of others send. */
    public static <T> T readKnown(byte[] body, Class<T> type) {
        try {
            return notNull(MAPPER.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body));
        } catch (IOException e) {
            throw problem(e);
        }
    }

    /** Reads a whole body that is an array. */
    public static <T> List<T> readList(byte[] body, Class<T> type) {
        try {
            return notNull(MAPPER.readerForListOf(type).readValue(body));
        } catch (IOException e) {
            throw problem(e);
        }
    }

    /** Reads a line of NDJSON into a tree, to see what it is. */
    public static JsonNode readTree(byte[] line) {
        try {
            return notNull(MAPPER.readValue(line, JsonNode.class));
        } catch (IOException e) {
            throw problem(e);
        }
    }

    public static <T> T convert(JsonNode tree, Class<T> type) {
        try {
            return notNull(MAPPER.treeToValue(tree, type));
        } catch (IOException e) {
            throw problem(e);
        }
    }

    public static byte[] write(Object answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each object on a line of its own. */
    static byte[] writeLines(List<?> answers) {
        var lines = new ByteArrayOutputStream();
        try {
            for (var answer : answers) {
                MAPPER.writeValue(lines, answer);
                lines.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toByteArray();
    }

    /** For an answer that is written piece by piece. */
    public static JsonGenerator generator(OutputStream out) {
        try {
            return MAPPER.createGenerator(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode tree(Object answer) {
        return MAPPER.valueToTree(answer);
    }

    private static <T> T notNull(T value) {
        if (value == null) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, "The body must be a JSON object");
        }
        return value;
    }

    private static ProblemException problem(IOException thrown) {
        // What is no JSON at all is not the fault of the field where that came to light.
        var failure = thrown.getCause() instanceof JsonParseException notJson ? notJson : thrown;
        if (failure instanceof UnrecognizedPropertyException unknown) {
            String field = path(unknown);
            return new ProblemException(ProblemType.UNKNOWN_FIELD, field, "There is no field " + field + " here");
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String field = path(mapping);
            if (mapping.getCause() instanceof ProblemException precise) {
                int parent = field.lastIndexOf('.');
                return parent < 0 ? precise : precise.within(field.substring(0, parent));
            }
            return ProblemException.invalid(field, field + " has a value of a wrong type or out of range");
        }
        var where = failure instanceof JacksonException e && e.getLocation() != null
                ? " in line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr()
                : "";
        return new ProblemException(ProblemType.MALFORMED_JSON, "The body is not the JSON object expected" + where);
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .substring(failure.getPath().get(0).getFieldName() == null ? 0 : 1);
    }
}
