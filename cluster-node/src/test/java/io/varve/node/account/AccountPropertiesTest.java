package io.varve.node.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.account.AccountCommand.CreditPurpose;
import io.varve.node.account.AccountCommand.DebitPurpose;
import io.varve.node.entity.InMemoryEntity;
import io.varve.node.entity.Outcome;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds at every revision of an account, whatever is asked of it. */
class AccountPropertiesTest {
    private static final int TRIES = 400;

    private static InMemoryEntity<AccountCommand, AccountEvent, ?, AccountAnswer, AccountRefusal> account() {
        return new InMemoryEntity<>(AccountKind.create(), "alice");
    }

    @Provide
    Arbitrary<List<AccountCommand>> commands() {
        Arbitrary<Long> amounts = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.longs().between(1, 1_000)),
                Tuple.of(1, Arbitraries.longs().between(Long.MAX_VALUE - 1_000, Long.MAX_VALUE)));
        var limits = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.longs().between(0, 500)), Tuple.of(1, Arbitraries.just(Long.MAX_VALUE)));
        var legs = Arbitraries.of("t1/0", "t1/1", "t2/0");
        var currencies = Arbitraries.frequency(Tuple.of(9, "EUR"), Tuple.of(1, "USD"));
        Arbitrary<AccountCommand> command = Arbitraries.frequencyOf(
                Tuple.of(6, amounts.map(a -> new AccountCommand.Deposit(a, null, null))),
                Tuple.of(4, amounts.map(a -> new AccountCommand.Withdraw(a, null, "cash"))),
                Tuple.of(
                        4,
                        Combinators.combine(legs, amounts, currencies)
                                .as((leg, a, c) -> new AccountCommand.Hold("t", leg, a, c))),
                Tuple.of(
                        3,
                        Combinators.combine(legs, amounts)
                                .as((leg, a) -> new AccountCommand.Capture(leg, a, null, null))),
                Tuple.of(2, legs.map(AccountCommand.Release::new)),
                Tuple.of(
                        3,
                        Combinators.combine(legs, amounts, currencies, Arbitraries.of(DebitPurpose.class))
                                .as((leg, a, c, p) -> new AccountCommand.Debit("t", leg, a, c, p, null, null))),
                Tuple.of(
                        3,
                        Combinators.combine(legs, amounts, currencies, Arbitraries.of(CreditPurpose.class))
                                .as((leg, a, c, p) -> new AccountCommand.Credit("t", leg, a, c, p, null, null))),
                Tuple.of(2, limits.map(limit -> new AccountCommand.Amend(limit, null))),
                Tuple.of(1, Arbitraries.just(new AccountCommand.Close())),
                Tuple.of(1, limits.map(l -> new AccountCommand.Open("Alice", "EUR", l, Map.of("a", "b")))));
        return command.list().ofMinSize(1).ofMaxSize(60);
    }

    @Property(tries = TRIES)
    void balance_isWhatCameInMinusWhatWentOut(@ForAll("commands") List<AccountCommand> commands) {
        var account = account();
        account.submit("open", new AccountCommand.Open("Alice", "EUR", 100, Map.of()));
        for (int n = 0; n < commands.size(); n++) {
            account.submit("c" + n, commands.get(n));
            if (account.state() instanceof AccountState.Open open) {
                var totals = open.totals();
                // Exact in any order: a sum of longs that fits comes out right even if a partial sum wraps.
                assertThat(open.balanceMinor())
                        .isEqualTo(totals.depositedMinor()
                                - totals.withdrawnMinor()
                                + totals.transferredInMinor()
                                - totals.transferredOutMinor());
                assertThat(Math.subtractExact(
                                Math.addExact(open.balanceMinor(), open.overdraftLimitMinor()), open.heldMinor()))
                        .isEqualTo(open.availableMinor())
                        .isNotNegative();
                assertThat(open.heldMinor())
                        .isEqualTo(open.holds().values().stream()
                                .mapToLong(AccountState.Held::amountMinor)
                                .sum());
            }
        }
    }

    @Property(tries = TRIES)
    void replay_leadsToTheLiveState(@ForAll("commands") List<AccountCommand> commands) {
        var account = account();
        for (int n = 0; n < commands.size(); n++) {
            account.submit("c" + n, commands.get(n));
        }
        assertThat(account.replayed()).isEqualTo(account.state());
    }

    @Property(tries = TRIES)
    void repeat_answersAsTheFirstTime_andChangesNothing(@ForAll("commands") List<AccountCommand> commands) {
        var account = account();
        account.submit("open", new AccountCommand.Open("Alice", "EUR", 100, Map.of()));
        for (int n = 0; n < commands.size(); n++) {
            var first = account.submit("c" + n, commands.get(n));
            var events = account.events();
            assertThat(account.submit("c" + n, commands.get(n))).isEqualTo(first.repeat());
            assertThat(account.events()).isEqualTo(events);
            assertThat(first).isNotInstanceOf(Outcome.Failed.class);
        }
    }
}
