package io.varve.read.ledger;

import java.math.BigInteger;

/**
 * The sums over all accounts of a currency, in its minor units; exact beyond the range of a long.
 *
 * @param accounts how many accounts were ever opened in the currency, closed ones included
 * @param inFlightMinor what transfers have taken from their sources and not yet brought to their targets
 */
public record CurrencyTotals(
        String currency,
        long accounts,
        BigInteger balanceMinor,
        BigInteger inFlightMinor,
        BigInteger depositedMinor,
        BigInteger withdrawnMinor) {}
