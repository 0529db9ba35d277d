package io.varve.node.entity;

/** What the journal holds: an event, and beside it the command that caused it. */
public record Recorded<E>(CommandMeta command, E event) {}
