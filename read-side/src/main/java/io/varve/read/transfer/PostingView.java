package io.varve.read.transfer;

/** An amount, in minor units, from one account to another. */
public record PostingView(String from, String to, long amountMinor) {}
