package io.varve.read.entry;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of an account's statement.
 *
 * @param revision the number of the account's event that the line shows
 * @param at when it was recorded, to the millisecond
 * @param effectiveAt when the money counts, to the millisecond
 * @param kind {@code deposit}, {@code withdrawal}, {@code transfer-in}, {@code transfer-out},
 *     {@code transfer-refund} or {@code transfer-recall}
 * @param amountMinor in minor units, negative where money leaves the account
 * @param balanceAfterMinor the running balance, in the order of the revisions
 */
public record EntryView(
        long revision,
        Instant at,
        Instant effectiveAt,
        String kind,
        long amountMinor,
        long balanceAfterMinor,
        Optional<String> transferId,
        Optional<String> description) {}
