package io.varve.read.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.varve.node.entity.Json;
import java.io.UncheckedIOException;

/** Values that a column holds as JSON, as the journal writes it. */
public final class JsonColumn {
    private JsonColumn() {}

    public static String write(Object value) {
        try {
            return Json.JOURNAL.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <T> T read(Object json, TypeReference<T> type) {
        try {
            return Json.JOURNAL.readValue((String) json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
