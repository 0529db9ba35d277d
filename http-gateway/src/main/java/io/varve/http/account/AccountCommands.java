package io.varve.http.account;

import io.varve.http.web.Failures;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.node.account.AccountAnswer;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountRefusal;
import io.varve.node.account.Accounts;
import io.varve.node.entity.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Sends commands to accounts and makes answers, or problems, of their outcomes. */
public final class AccountCommands {
    /** An account is opened once: the id of that command is the same for all. */
    public static final String OPEN_ID = "open";

    private final Accounts accounts;

    public AccountCommands(Accounts accounts) {
        this.accounts = accounts;
    }

    /** How an account stands after a command; amounts in minor units. */
    public record Reply(String accountId, long revision, long balanceMinor, long heldMinor, long availableMinor) {}

    /** @param repeated true when the command had taken effect before */
    public record Done(Reply reply, boolean repeated) {}

    public CompletionStage<Done> submit(
            String accountId, String commandId, String by, Long expectedRevision, AccountCommand command) {
        return accounts.submit(accountId, commandId, by, expectedRevision, command)
                .thenApply(outcome -> done(command, outcome));
    }

    /**
     * The same for one of thousands of commands that come together.
     *
     * @param timeout how long to wait for the outcome
     */
    public CompletionStage<Done> submit(
            String accountId, String commandId, String by, AccountCommand command, Duration timeout) {
        return accounts.submit(accountId, commandId, by, command, timeout).thenApply(outcome -> done(command, outcome));
    }

    private static Done done(AccountCommand command, Outcome<AccountAnswer, AccountRefusal> outcome) {
        if (outcome instanceof Outcome.Accepted<AccountAnswer, AccountRefusal> accepted) {
            var a = accepted.answer();
            var reply =
                    new Reply(a.accountId(), accepted.revision(), a.balanceMinor(), a.heldMinor(), a.availableMinor());
            return new Done(reply, accepted.repeated());
        }
        if (outcome instanceof Outcome.Refused<AccountAnswer, AccountRefusal> refused) {
            throw problem(refused.reason());
        }
        var failed = (Outcome.Failed<AccountAnswer, AccountRefusal>) outcome;
        var reused = command instanceof AccountCommand.Open
                ? ProblemType.ACCOUNT_EXISTS
                : ProblemType.IDEMPOTENCY_KEY_REUSED;
        throw Failures.problem(failed.failure(), failed.revision(), reused);
    }

    private static ProblemException problem(AccountRefusal reason) {
        return switch (reason) {
            case ACCOUNT_NOT_FOUND -> new ProblemException(ProblemType.ACCOUNT_NOT_FOUND, "There is no such account");
            case ACCOUNT_EXISTS -> new ProblemException(ProblemType.ACCOUNT_EXISTS, "The account exists already");
            case ACCOUNT_CLOSED -> new ProblemException(ProblemType.ACCOUNT_CLOSED, "The account is closed");
            case ACCOUNT_NOT_EMPTY ->
                new ProblemException(
                        ProblemType.ACCOUNT_NOT_EMPTY, "The account's balance, or what is held on it, is not zero");
            case INSUFFICIENT_FUNDS ->
                new ProblemException(
                        ProblemType.INSUFFICIENT_FUNDS, "amountMinor", "The amount is more than is available");
            case AMOUNT_OVERFLOW ->
                new ProblemException(
                        ProblemType.AMOUNT_OVERFLOW,
                        "amountMinor",
                        "A total of the account would leave the range of 64 bits");
            case CURRENCY_MISMATCH ->
                new ProblemException(ProblemType.CURRENCY_MISMATCH, "currency", "The account is in another currency");
            case HOLD_NOT_FOUND -> new ProblemException(ProblemType.HOLD_NOT_FOUND, "There is no such hold");
            case TOO_MANY_HOLDS -> new ProblemException(ProblemType.TOO_MANY_HOLDS, "The account has too many holds");
            case OVERDRAFT_LIMIT_TOO_LOW ->
                new ProblemException(
                        ProblemType.OVERDRAFT_LIMIT_TOO_LOW,
                        "overdraftLimitMinor",
                        "The limit would not cover what is overdrawn or held");
        };
    }
}
