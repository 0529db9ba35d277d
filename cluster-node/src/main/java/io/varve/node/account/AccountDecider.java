package io.varve.node.account;

import io.varve.node.account.AccountCommand.Amend;
import io.varve.node.account.AccountCommand.Capture;
import io.varve.node.account.AccountCommand.Close;
import io.varve.node.account.AccountCommand.Credit;
import io.varve.node.account.AccountCommand.Debit;
import io.varve.node.account.AccountCommand.Deposit;
import io.varve.node.account.AccountCommand.Hold;
import io.varve.node.account.AccountCommand.Release;
import io.varve.node.account.AccountCommand.Withdraw;
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
import io.varve.node.account.AccountState.Absent;
import io.varve.node.account.AccountState.Open;
import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.Decider;
import io.varve.node.entity.Decision;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An account. Its invariants, at every revision:
 *
 * <ul>
 *   <li>balance + overdraft limit − held ≥ 0, and every sum that is looked at fits into a long;
 *   <li>balance = deposited − withdrawn + transferred in − transferred out;
 *   <li>held = the sum of the holds.
 * </ul>
 *
 * Credits never fail for want of money, so that what a transfer took can be brought on or back.
 */
final class AccountDecider
        implements Decider<AccountCommand, AccountEvent, AccountState, AccountAnswer, AccountRefusal> {
    /** Holds are copied with each change; more of them on one account than this is a design error of the client. */
    static final int MAX_HOLDS = 1_000;

    @Override
    public AccountState initial(String entityId) {
        return new Absent(entityId);
    }

    @Override
    public Decision<AccountEvent, AccountRefusal> decide(AccountState state, AccountCommand command, CommandMeta meta) {
        if (state instanceof Absent absent) {
            return decideAbsent(absent, command);
        }
        if (state instanceof Open account) {
            return decideOpen(account, command, meta.at());
        }
        var reason =
                command instanceof AccountCommand.Open ? AccountRefusal.ACCOUNT_EXISTS : AccountRefusal.ACCOUNT_CLOSED;
        return refuse(((AccountState.Closed) state).accountId(), command, reason);
    }

    private static Decision<AccountEvent, AccountRefusal> decideAbsent(Absent absent, AccountCommand command) {
        if (command instanceof AccountCommand.Open open) {
            return open(absent, open);
        }
        // A transfer that was refused here must stay refused when its step comes again after the account was
        // opened. Other commands leave no trace, or strangers could fill the journal.
        boolean step = command instanceof Debit || command instanceof Credit || command instanceof Hold;
        return step
                ? refuse(absent.accountId(), command, AccountRefusal.ACCOUNT_NOT_FOUND)
                : Decision.refuse(AccountRefusal.ACCOUNT_NOT_FOUND);
    }

    private static Decision<AccountEvent, AccountRefusal> decideOpen(Open account, AccountCommand command, Instant at) {
        try {
            if (command instanceof Deposit c) {
                return deposit(account, c, at);
            } else if (command instanceof Withdraw c) {
                return withdraw(account, c, at);
            } else if (command instanceof Debit c) {
                return debit(account, c, at);
            } else if (command instanceof Credit c) {
                return credit(account, c, at);
            } else if (command instanceof Hold c) {
                return hold(account, c);
            } else if (command instanceof Capture c) {
                return capture(account, c, at);
            } else if (command instanceof Release c) {
                return release(account, c);
            } else if (command instanceof Amend c) {
                return amend(account, c);
            } else if (command instanceof Close c) {
                return close(account, c);
            }
            return refuse(account.accountId(), command, AccountRefusal.ACCOUNT_EXISTS);
        } catch (ArithmeticException outsideOfALong) {
            return refuse(account.accountId(), command, AccountRefusal.AMOUNT_OVERFLOW);
        }
    }

    private static Decision<AccountEvent, AccountRefusal> open(Absent absent, AccountCommand.Open c) {
        return Decision.accept(new Opened(
                absent.accountId(), c.owner(), c.currency(), c.overdraftLimitMinor(), Map.copyOf(c.metadata())));
    }

    private static Decision<AccountEvent, AccountRefusal> deposit(Open account, Deposit c, Instant at) {
        return Decision.accept(new Deposited(
                account.accountId(),
                account.currency(),
                c.amountMinor(),
                balancePlus(account, c.amountMinor()),
                Math.addExact(account.totals().depositedMinor(), c.amountMinor()),
                orElse(c.effectiveAt(), at),
                c.description()));
    }

    private static Decision<AccountEvent, AccountRefusal> withdraw(Open account, Withdraw c, Instant at) {
        if (c.amountMinor() > account.availableMinor()) {
            return refuse(account.accountId(), c, AccountRefusal.INSUFFICIENT_FUNDS);
        }
        return Decision.accept(new Withdrawn(
                account.accountId(),
                account.currency(),
                c.amountMinor(),
                Math.subtractExact(account.balanceMinor(), c.amountMinor()),
                Math.addExact(account.totals().withdrawnMinor(), c.amountMinor()),
                orElse(c.effectiveAt(), at),
                c.description()));
    }

    private static Decision<AccountEvent, AccountRefusal> debit(Open account, Debit c, Instant at) {
        if (!c.currency().equals(account.currency())) {
            return refuse(account.accountId(), c, AccountRefusal.CURRENCY_MISMATCH);
        }
        if (c.amountMinor() > account.availableMinor()) {
            return refuse(account.accountId(), c, AccountRefusal.INSUFFICIENT_FUNDS);
        }
        return Decision.accept(new Debited(
                account.accountId(),
                account.currency(),
                c.transferId(),
                c.legId(),
                c.purpose(),
                c.amountMinor(),
                Math.subtractExact(account.balanceMinor(), c.amountMinor()),
                Math.addExact(account.totals().transferredOutMinor(), c.amountMinor()),
                orElse(c.effectiveAt(), at),
                c.description()));
    }

    private static Decision<AccountEvent, AccountRefusal> credit(Open account, Credit c, Instant at) {
        if (!c.currency().equals(account.currency())) {
            return refuse(account.accountId(), c, AccountRefusal.CURRENCY_MISMATCH);
        }
        return Decision.accept(new Credited(
                account.accountId(),
                account.currency(),
                c.transferId(),
                c.legId(),
                c.purpose(),
                c.amountMinor(),
                balancePlus(account, c.amountMinor()),
                Math.addExact(account.totals().transferredInMinor(), c.amountMinor()),
                orElse(c.effectiveAt(), at),
                c.description()));
    }

    private static Decision<AccountEvent, AccountRefusal> hold(Open account, Hold c) {
        if (!c.currency().equals(account.currency())) {
            return refuse(account.accountId(), c, AccountRefusal.CURRENCY_MISMATCH);
        }
        if (c.amountMinor() > account.availableMinor()) {
            return refuse(account.accountId(), c, AccountRefusal.INSUFFICIENT_FUNDS);
        }
        if (account.holds().size() >= MAX_HOLDS) {
            return refuse(account.accountId(), c, AccountRefusal.TOO_MANY_HOLDS);
        }
        return Decision.accept(new HoldPlaced(
                account.accountId(),
                c.transferId(),
                c.legId(),
                c.amountMinor(),
                Math.addExact(account.heldMinor(), c.amountMinor())));
    }

    private static Decision<AccountEvent, AccountRefusal> capture(Open account, Capture c, Instant at) {
        var hold = account.holds().get(c.legId());
        if (hold == null) {
            return refuse(account.accountId(), c, AccountRefusal.HOLD_NOT_FOUND);
        }
        if (c.amountMinor() > hold.amountMinor()) {
            return refuse(account.accountId(), c, AccountRefusal.INSUFFICIENT_FUNDS);
        }
        return Decision.accept(new HoldCaptured(
                account.accountId(),
                account.currency(),
                hold.transferId(),
                c.legId(),
                c.amountMinor(),
                account.heldMinor() - hold.amountMinor(),
                Math.subtractExact(account.balanceMinor(), c.amountMinor()),
                Math.addExact(account.totals().transferredOutMinor(), c.amountMinor()),
                orElse(c.effectiveAt(), at),
                c.description()));
    }

    private static Decision<AccountEvent, AccountRefusal> release(Open account, Release c) {
        var hold = account.holds().get(c.legId());
        if (hold == null) {
            return refuse(account.accountId(), c, AccountRefusal.HOLD_NOT_FOUND);
        }
        return Decision.accept(new HoldReleased(
                account.accountId(),
                hold.transferId(),
                c.legId(),
                hold.amountMinor(),
                account.heldMinor() - hold.amountMinor()));
    }

    private static Decision<AccountEvent, AccountRefusal> amend(Open account, Amend c) {
        long limit = c.overdraftLimitMinor() == null ? account.overdraftLimitMinor() : c.overdraftLimitMinor();
        if (Math.subtractExact(Math.addExact(account.balanceMinor(), limit), account.heldMinor()) < 0) {
            return refuse(account.accountId(), c, AccountRefusal.OVERDRAFT_LIMIT_TOO_LOW);
        }
        var metadata = c.metadata() == null ? account.metadata() : Map.copyOf(c.metadata());
        return Decision.accept(new Amended(account.accountId(), limit, metadata));
    }

    private static Decision<AccountEvent, AccountRefusal> close(Open account, Close c) {
        return account.balanceMinor() != 0 || account.heldMinor() != 0
                ? refuse(account.accountId(), c, AccountRefusal.ACCOUNT_NOT_EMPTY)
                : Decision.accept(new Closed(account.accountId()));
    }

    /** The balance after the amount came in; what is available then must fit into a long as well. */
    private static long balancePlus(Open account, long amountMinor) {
        long balance = Math.addExact(account.balanceMinor(), amountMinor);
        Math.addExact(balance, account.overdraftLimitMinor());
        return balance;
    }

    private static Instant orElse(Instant effectiveAt, Instant recordedAt) {
        return effectiveAt == null ? recordedAt : effectiveAt;
    }

    private static Decision<AccountEvent, AccountRefusal> refuse(
            String accountId, AccountCommand command, AccountRefusal reason) {
        String name = command.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        return Decision.refuse(reason, new CommandRefused(accountId, name, reason));
    }

    @Override
    public AccountState evolve(AccountState state, AccountEvent event) {
        return AccountEvolution.evolve(state, event);
    }

    @Override
    public AccountAnswer answer(AccountState state) {
        if (state instanceof Open account) {
            return new AccountAnswer(
                    account.accountId(), account.balanceMinor(), account.heldMinor(), account.availableMinor());
        }
        return state instanceof AccountState.Closed closed
                ? new AccountAnswer(closed.accountId(), 0, 0, 0)
                : new AccountAnswer(((Absent) state).accountId(), 0, 0, 0);
    }

    @Override
    public Optional<AccountRefusal> refusalOf(AccountEvent event) {
        return event instanceof CommandRefused refused ? Optional.of(refused.reason()) : Optional.empty();
    }
}
