package io.varve.read.code;

import java.time.Instant;

/**
 * What is known of an error code in a period.
 *
 * @param raised how often a vehicle began to report it
 * @param cleared how often a vehicle ceased to
 * @param signals how many signals reported it
 * @param vehicles how many vehicles these were
 * @param firstAt the first time at which it was reported, raised or cleared
 * @param lastAt the last such time
 */
public record CodeSummary(
        String code, long raised, long cleared, long signals, int vehicles, Instant firstAt, Instant lastAt) {}
