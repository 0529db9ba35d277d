package io.varve.http.vehicle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads a text, a number or a boolean, as it was written. */
public final class ScalarReader extends StdScalarDeserializer<String> {
    public ScalarReader() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return parser.currentToken().isScalarValue()
                ? parser.getText()
                : (String) context.handleUnexpectedToken(String.class, parser);
    }
}
