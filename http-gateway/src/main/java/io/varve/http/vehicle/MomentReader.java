package io.varve.http.vehicle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.varve.http.web.Fields;
import java.io.IOException;
import java.time.Instant;

/** Reads a time of ISO 8601, and nothing that only may be one. */
final class MomentReader extends StdScalarDeserializer<Instant> {
    MomentReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        return Fields.instant(parser.currentName(), parser.getText());
    }
}
