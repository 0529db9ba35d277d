package io.varve.node.entity;

import java.time.Instant;

/**
 * Which command, who asked and when: recorded once beside every event that the command caused.
 *
 * @param commandId the command's id, unique within its entity; a repeat carries the same id
 * @param digest a fingerprint of the command's content, to tell a repeat from a reuse of the id
 * @param by who is asking
 * @param at when the command was received, by the clock of the node that received it
 */
public record CommandMeta(String commandId, String digest, String by, Instant at) {}
