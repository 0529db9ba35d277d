package io.varve.node.transfer;

/** An amount, in minor units, from one account to another. */
public record Posting(String from, String to, long amountMinor) {}
