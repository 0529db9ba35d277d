package io.varve.node.account;

import io.varve.node.account.AccountEvent.Amended;
import io.varve.node.account.AccountEvent.Closed;
import io.varve.node.account.AccountEvent.CommandRefused;
import io.varve.node.account.AccountEvent.Credited;
import io.varve.node.account.AccountEvent.Debited;
import io.varve.node.account.AccountEvent.Deposited;
import io.varve.node.account.AccountEvent.HoldCaptured;
import io.varve.node.account.AccountEvent.HoldPlaced;
import io.varve.node.account.AccountEvent.HoldReleased;
import io.varve.node.account.AccountEvent.Opened;
import io.varve.node.account.AccountEvent.Withdrawn;
import io.varve.node.account.AccountState.Held;
import io.varve.node.account.AccountState.Open;
import io.varve.node.account.AccountState.Totals;
import java.util.HashMap;
import java.util.Map;

/** The evolve table of {@link AccountDecider}. */
final class AccountEvolution {
    private AccountEvolution() {}

    static AccountState evolve(AccountState state, AccountEvent event) {
        if (event instanceof Opened e) {
            return new Open(
                    e.accountId(),
                    e.currency(),
                    e.overdraftLimitMinor(),
                    e.metadata(),
                    0,
                    0,
                    Map.of(),
                    new Totals(0, 0, 0, 0));
        }
        if (event instanceof CommandRefused) {
            return state;
        }
        var account = (Open) state;
        var totals = account.totals();
        if (event instanceof Deposited e) {
            return account.withBalance(
                    e.balanceAfterMinor(),
                    new Totals(
                            e.depositedTotalMinor(),
                            totals.withdrawnMinor(),
                            totals.transferredInMinor(),
                            totals.transferredOutMinor()));
        } else if (event instanceof Withdrawn e) {
            return account.withBalance(
                    e.balanceAfterMinor(),
                    new Totals(
                            totals.depositedMinor(),
                            e.withdrawnTotalMinor(),
                            totals.transferredInMinor(),
                            totals.transferredOutMinor()));
        } else if (event instanceof Credited e) {
            return account.withBalance(
                    e.balanceAfterMinor(),
                    new Totals(
                            totals.depositedMinor(),
                            totals.withdrawnMinor(),
                            e.transferredInTotalMinor(),
                            totals.transferredOutMinor()));
        } else if (event instanceof Debited e) {
            return account.withBalance(e.balanceAfterMinor(), transferredOut(totals, e.transferredOutTotalMinor()));
        } else if (event instanceof HoldPlaced e) {
            var holds = new HashMap<>(account.holds());
            // A second hold of a leg adds to the first, or the holds would not sum up to what is held.
            holds.merge(
                    e.legId(),
                    new Held(e.transferId(), e.amountMinor()),
                    (first, more) -> new Held(first.transferId(), first.amountMinor() + more.amountMinor()));
            return account.withHolds(Map.copyOf(holds), e.heldAfterMinor());
        } else if (event instanceof HoldReleased e) {
            return account.withHolds(without(account.holds(), e.legId()), e.heldAfterMinor());
        } else if (event instanceof HoldCaptured e) {
            return account.withHolds(without(account.holds(), e.legId()), e.heldAfterMinor())
                    .withBalance(e.balanceAfterMinor(), transferredOut(totals, e.transferredOutTotalMinor()));
        } else if (event instanceof Amended e) {
            return new Open(
                    account.accountId(),
                    account.currency(),
                    e.overdraftLimitMinor(),
                    e.metadata(),
                    account.balanceMinor(),
                    account.heldMinor(),
                    account.holds(),
                    totals);
        } else if (event instanceof Closed e) {
            return new AccountState.Closed(e.accountId());
        }
        throw new IllegalStateException("unknown event " + event);
    }

    private static Totals transferredOut(Totals totals, long transferredOutMinor) {
        return new Totals(
                totals.depositedMinor(), totals.withdrawnMinor(), totals.transferredInMinor(), transferredOutMinor);
    }

    private static Map<String, Held> without(Map<String, Held> holds, String legId) {
        var rest = new HashMap<>(holds);
        rest.remove(legId);
        return Map.copyOf(rest);
    }
}
