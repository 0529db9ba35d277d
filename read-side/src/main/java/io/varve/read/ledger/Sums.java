package io.varve.read.ledger;

import java.math.BigInteger;

/** The sums over some accounts of one currency, in minor units. */
record Sums(
        long accounts,
        BigInteger balance,
        BigInteger deposited,
        BigInteger withdrawn,
        BigInteger transferredIn,
        BigInteger transferredOut) {
    static final Sums NOTHING =
            new Sums(0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    Sums plus(Sums other) {
        return new Sums(
                accounts + other.accounts,
                balance.add(other.balance),
                deposited.add(other.deposited),
                withdrawn.add(other.withdrawn),
                transferredIn.add(other.transferredIn),
                transferredOut.add(other.transferredOut));
    }

    CurrencyTotals totals(String currency) {
        return new CurrencyTotals(
                currency, accounts, balance, transferredOut.subtract(transferredIn), deposited, withdrawn);
    }
}
