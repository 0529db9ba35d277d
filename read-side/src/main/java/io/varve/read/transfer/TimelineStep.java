package io.varve.read.transfer;

import java.time.Instant;
import java.util.Optional;

/**
 * A step of a transfer's timeline.
 *
 * @param revision the number of the transfer's event that the step shows
 * @param at when it was recorded, to the millisecond
 * @param step what was done, such as {@code debit} or {@code completed}
 * @param accountId the account that was asked to do it, if any
 * @param outcome {@code ok} or the reason of the refusal
 */
public record TimelineStep(long revision, Instant at, String step, Optional<String> accountId, String outcome) {}
