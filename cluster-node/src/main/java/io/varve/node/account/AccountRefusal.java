package io.varve.node.account;

/** Why an account refuses a command. */
public enum AccountRefusal {
    ACCOUNT_NOT_FOUND,
    ACCOUNT_EXISTS,
    ACCOUNT_CLOSED,
    ACCOUNT_NOT_EMPTY,
    INSUFFICIENT_FUNDS,
    /** The balance, or one of the account's running totals, would leave the range of a long. */
    AMOUNT_OVERFLOW,
    CURRENCY_MISMATCH,
    HOLD_NOT_FOUND,
    TOO_MANY_HOLDS,
    /** A new overdraft limit does not cover what is already overdrawn or held. */
    OVERDRAFT_LIMIT_TOO_LOW
}
