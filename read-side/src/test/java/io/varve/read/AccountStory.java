package io.varve.read;

import io.varve.node.account.AccountCommand.CreditPurpose;
import io.varve.node.account.AccountCommand.DebitPurpose;
import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountRefusal;
import io.varve.node.entity.CommandMeta;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The events of an account, with the running totals that the account would have recorded. */
public final class AccountStory {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final String accountId;
    private final String currency;
    private final List<Happened<AccountEvent>> events = new ArrayList<>();
    private long revision;
    private long balance;
    private long held;
    private long deposited;
    private long withdrawn;
    private long in;
    private long out;

    public AccountStory(String accountId, String currency, long firstRevision) {
        this.accountId = accountId;
        this.currency = currency;
        revision = firstRevision - 1;
    }

    public static AccountStory opened(String accountId, String owner, String currency) {
        return new AccountStory(accountId, currency, 1).open(owner);
    }

    public List<Happened<AccountEvent>> events() {
        return events;
    }

    public long revision() {
        return revision;
    }

    public AccountStory open(String owner) {
        return add(new AccountEvent.Opened(accountId, owner, currency, 500, Map.of("branch", "north")));
    }

    public AccountStory deposit(long amount) {
        return deposit(amount, at(revision + 1), null);
    }

    public AccountStory deposit(long amount, Instant effectiveAt, String description) {
        balance += amount;
        deposited += amount;
        return add(
                new AccountEvent.Deposited(accountId, currency, amount, balance, deposited, effectiveAt, description));
    }

    public AccountStory withdraw(long amount) {
        balance -= amount;
        withdrawn += amount;
        return add(
                new AccountEvent.Withdrawn(accountId, currency, amount, balance, withdrawn, at(revision + 1), "cash"));
    }

    public AccountStory hold(String transferId, long amount) {
        held += amount;
        return add(new AccountEvent.HoldPlaced(accountId, transferId, transferId + ":0", amount, held));
    }

    public AccountStory release(String transferId, long amount) {
        held -= amount;
        return add(new AccountEvent.HoldReleased(accountId, transferId, transferId + ":0", amount, held));
    }

    public AccountStory capture(String transferId, long amount) {
        held -= amount;
        balance -= amount;
        out += amount;
        return add(new AccountEvent.HoldCaptured(
                accountId, currency, transferId, transferId + ":0", amount, held, balance, out, START, null));
    }

    public AccountStory debit(String transferId, DebitPurpose purpose, long amount) {
        balance -= amount;
        out += amount;
        return add(new AccountEvent.Debited(
                accountId, currency, transferId, transferId + ":0", purpose, amount, balance, out, START, null));
    }

    public AccountStory credit(String transferId, CreditPurpose purpose, long amount) {
        balance += amount;
        in += amount;
        return add(new AccountEvent.Credited(
                accountId, currency, transferId, transferId + ":0", purpose, amount, balance, in, START, null));
    }

    public AccountStory amend(long overdraftLimit, Map<String, String> metadata) {
        return add(new AccountEvent.Amended(accountId, overdraftLimit, metadata));
    }

    public AccountStory refuse() {
        return add(new AccountEvent.CommandRefused(accountId, "withdraw", AccountRefusal.INSUFFICIENT_FUNDS));
    }

    public AccountStory close() {
        return add(new AccountEvent.Closed(accountId));
    }

    /** An account that has seen an event of every type. */
    public static AccountStory full(String accountId, String owner, String currency) {
        return opened(accountId, owner, currency)
                .deposit(1_000)
                .withdraw(100)
                .hold("t1", 200)
                .capture("t1", 200)
                .hold("t2", 50)
                .release("t2", 50)
                .debit("t3", DebitPurpose.TRANSFER, 300)
                .credit("t3", CreditPurpose.REFUND, 300)
                .credit("t4", CreditPurpose.TRANSFER, 70)
                .debit("t4", DebitPurpose.RECALL, 70)
                .amend(900, Map.of("branch", "south"))
                .refuse()
                .withdraw(700)
                .close();
    }

    /** The clock of the recording node; it jumps back now and then, and no view may care. */
    public static Instant at(long revision) {
        return START.plusSeconds(revision % 5 == 0 ? -300 : revision);
    }

    private AccountStory add(AccountEvent event) {
        revision++;
        var meta = new CommandMeta("command-" + revision, "digest", "tester", at(revision));
        events.add(new Happened<>(accountId, revision, meta, event));
        return this;
    }
}
