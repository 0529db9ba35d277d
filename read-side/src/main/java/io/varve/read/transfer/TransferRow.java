package io.varve.read.transfer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Reads rows of {@code transfer_view} and {@code transfer_timeline}. */
final class TransferRow {
    private TransferRow() {}

    /** The transfer; empty while the row lacks the transfer's first event. */
    static Optional<TransferView> read(Function<String, Object> column) {
        if (column.apply("accepted_at") == null) {
            return Optional.empty();
        }
        return Optional.of(new TransferView(
                (String) column.apply("transfer_id"),
                (String) column.apply("currency"),
                (String) column.apply("status"),
                text(column, "reason").filter(reason -> !reason.equals(TransferViewHandler.NO_REASON)),
                PostingsJson.read((String) column.apply("postings")),
                text(column, "description"),
                (Boolean) column.apply("hold"),
                time(column, "expires_at"),
                time(column, "effective_at"),
                text(column, "reverses"),
                text(column, "reversed_by"),
                (Instant) column.apply("accepted_at"),
                (Long) column.apply("revision")));
    }

    static TimelineStep readStep(Function<String, Object> column) {
        return new TimelineStep(
                (Long) column.apply("seq"),
                (Instant) column.apply("recorded_at"),
                (String) column.apply("step"),
                text(column, "account_id"),
                (String) column.apply("outcome"));
    }

    private static Optional<String> text(Function<String, Object> column, String name) {
        return Optional.ofNullable((String) column.apply(name));
    }

    private static Optional<Instant> time(Function<String, Object> column, String name) {
        return Optional.ofNullable((Instant) column.apply(name));
    }
}
