package io.varve.read.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Reads a row of {@code entry}. */
final class EntryRow {
    private EntryRow() {}

    static EntryView read(Function<String, Object> column) {
        return new EntryView(
                (Long) column.apply("revision"),
                (Instant) column.apply("recorded_at"),
                (Instant) column.apply("effective_at"),
                (String) column.apply("kind"),
                (Long) column.apply("amount_minor"),
                (Long) column.apply("balance_after_minor"),
                Optional.ofNullable((String) column.apply("transfer_id")),
                Optional.ofNullable((String) column.apply("description")));
    }
}
