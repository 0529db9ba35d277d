package io.varve.read.crowd;

import java.time.Instant;

/**
 * One who belongs to a crowd.
 *
 * @param id the member; where it is asked what somebody belongs to, the subject
 * @param since when they joined
 */
public record CrowdMember(String id, Instant since) {}
