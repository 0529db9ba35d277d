package io.varve.node.account;

/** How an account stands after an accepted command; amounts in minor units of its currency. */
public record AccountAnswer(String accountId, long balanceMinor, long heldMinor, long availableMinor) {}
