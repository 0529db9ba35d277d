package io.varve.read.transfer;

import io.varve.read.query.Concurrently;
import io.varve.read.query.Cursor;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.table.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A place in the list of an account's transfers, which goes from the latest accepted to the first. */
record AccountTransfersCursor(Instant acceptedAt, String transferId) {
    private static final String LIST = "account-transfers";
    private static final AccountTransfersCursor START =
            new AccountTransfersCursor(Instant.parse("9999-12-31T23:59:59.999Z"), "");

    /** The place after which the page starts. */
    static AccountTransfersCursor after(PageRequest page) {
        return page.cursor().map(AccountTransfersCursor::decode).orElse(START);
    }

    private static AccountTransfersCursor decode(String cursor) {
        var parts = Cursor.decode(LIST, 2, cursor);
        long acceptedAtMillis = Math.min(START.acceptedAt.toEpochMilli(), Cursor.number(parts.get(0)));
        return new AccountTransfersCursor(Instant.ofEpochMilli(acceptedAtMillis), parts.get(1));
    }

    /** The month of the place, as the number {@code yyyymm}. */
    int month() {
        return Times.month(acceptedAt);
    }

    private String encode() {
        return Cursor.encode(LIST, acceptedAt.toEpochMilli(), transferId);
    }

    /** @param places one more than the limit, if there are that many */
    static CompletionStage<Page<TransferView>> page(
            List<AccountTransfersCursor> places,
            int limit,
            Function<String, CompletionStage<Optional<TransferView>>> transfer) {
        var shown = places.subList(0, Math.min(limit, places.size()));
        Optional<String> next =
                places.size() > limit ? Optional.of(shown.get(limit - 1).encode()) : Optional.empty();
        return Concurrently.forEach(shown, place -> transfer.apply(place.transferId()))
                .thenApply(rows ->
                        new Page<>(rows.stream().flatMap(Optional::stream).toList(), next));
    }
}
