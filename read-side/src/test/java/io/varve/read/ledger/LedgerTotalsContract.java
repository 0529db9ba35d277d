package io.varve.read.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.account.AccountCommand.CreditPurpose;
import io.varve.node.account.AccountCommand.DebitPurpose;
import io.varve.read.AccountStory;
import io.varve.read.ViewsContract;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

abstract class LedgerTotalsContract extends ViewsContract {
    /** No currency that exists, so that it is this test's alone. */
    private final String currency = unique("currency");

    private CurrencyTotals totals() {
        return await(views().ledger().totals()).stream()
                .filter(totals -> totals.currency().equals(currency))
                .findFirst()
                .orElseThrow();
    }

    private static BigInteger big(long amountMinor) {
        return BigInteger.valueOf(amountMinor);
    }

    @Test
    void totals_areTheSumsOverAllAccounts() {
        for (int n = 0; n < 40; n++) {
            writeAccounts(AccountStory.opened(unique("account"), "owner", currency)
                    .deposit(100)
                    .withdraw(30)
                    .events());
        }

        assertThat(totals())
                .isEqualTo(new CurrencyTotals(currency, 40, big(2_800), BigInteger.ZERO, big(4_000), big(1_200)));
    }

    @Test
    void moneyIsInFlight_betweenDebitAndCredit() {
        var from = AccountStory.opened(unique("account"), "owner", currency).deposit(100);
        var to = AccountStory.opened(unique("account"), "owner", currency);
        from.debit("t1", DebitPurpose.TRANSFER, 60);
        writeAccounts(from.events());
        writeAccounts(to.events());
        assertThat(totals().inFlightMinor()).isEqualTo(60);
        assertThat(totals().balanceMinor()).isEqualTo(40);

        to.credit("t1", CreditPurpose.TRANSFER, 60);
        writeAccounts(to.events());
        assertThat(totals().inFlightMinor()).isZero();

        from.hold("t2", 5).capture("t2", 5);
        writeAccounts(from.events());
        assertThat(totals().inFlightMinor()).isEqualTo(5);

        from.credit("t2", CreditPurpose.REFUND, 5);
        to.debit("t1", DebitPurpose.RECALL, 60);
        from.credit("t1", CreditPurpose.REFUND, 60);
        writeAccounts(from.events());
        writeAccounts(to.events());
        assertThat(totals())
                .isEqualTo(new CurrencyTotals(currency, 2, big(100), BigInteger.ZERO, big(100), BigInteger.ZERO));
    }

    @Test
    void sums_areExact_beyondTheRangeOfALong() {
        for (int n = 0; n < 40; n++) {
            writeAccounts(AccountStory.opened(unique("account"), "owner", currency)
                    .deposit(Long.MAX_VALUE)
                    .events());
        }

        var all = big(Long.MAX_VALUE).multiply(big(40));
        assertThat(totals()).isEqualTo(new CurrencyTotals(currency, 40, all, BigInteger.ZERO, all, BigInteger.ZERO));
    }

    @Test
    void replay_changesNothing() {
        var story = AccountStory.full(unique("account"), "owner", currency);
        writeAccounts(story.events());
        var rows = dump();
        var before = totals();

        replayAccounts(story.events());

        assertThat(dump()).isEqualTo(rows);
        assertThat(totals()).isEqualTo(before);
        assertThat(before.depositedMinor().subtract(before.withdrawnMinor()))
                .isEqualTo(before.balanceMinor().add(before.inFlightMinor()));
    }

    @Test
    void olderEvent_doesNotWin_whenItComesLater() {
        var story = AccountStory.opened(unique("account"), "owner", currency);
        story.deposit(10).withdraw(5).deposit(1);

        writeAccounts(reversed(story.events()));

        assertThat(totals()).isEqualTo(new CurrencyTotals(currency, 1, big(6), BigInteger.ZERO, big(11), big(5)));
    }
}
