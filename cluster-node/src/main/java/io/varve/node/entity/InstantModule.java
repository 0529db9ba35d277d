package io.varve.node.entity;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Instants as texts, the same as {@link Instant#toString}. The JDK takes half a microsecond to read one, which is as much
 * as the rest of a signal takes.
 */
final class InstantModule extends SimpleModule {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int MILLI = 1_000_000;
    private static final int MICRO = 1_000;

    InstantModule() {
        super("instants");
        addSerializer(Instant.class, new Writer());
        addDeserializer(Instant.class, new Reader());
    }

    private static final class Writer extends StdScalarSerializer<Instant> {
        @Serial
        private static final long serialVersionUID = 1;

        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant at, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text(at));
        }
    }

    static String text(Instant at) {
        boolean usual = !at.isBefore(YEAR_0) && at.isBefore(YEAR_10000);
        return usual ? ITU.formatUtc(at.atOffset(ZoneOffset.UTC), digits(at.getNano())) : at.toString();
    }

    /** As many digits of a second as {@link Instant#toString} gives. */
    private static int digits(int nano) {
        if (nano == 0) {
            return 0;
        }
        return nano % MILLI == 0 ? 3 : nano % MICRO == 0 ? 6 : 9;
    }

    private static final class Reader extends StdScalarDeserializer<Instant> {
        @Serial
        private static final long serialVersionUID = 1;

        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, json);
            }
            try {
                return instant(json.getText());
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, json.getText(), "%s", e.getMessage());
            }
        }
    }

    static Instant instant(String text) {
        // Years of other than four digits have a sign; Varve's own times never do.
        boolean usual = Character.isDigit(text.isEmpty() ? ' ' : text.charAt(0));
        return usual ? ITU.parseDateTime(text).toInstant() : Instant.parse(text);
    }
}
