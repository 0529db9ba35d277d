package io.varve.node.account;

import io.varve.node.entity.Entities;
import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The door to the accounts of the cluster. */
public final class Accounts {
    private final EntityKind<AccountCommand, AccountEvent, ?, AccountAnswer, AccountRefusal> kind =
            AccountKind.create();
    private final Entities entities;

    public Accounts(Entities entities) {
        this.entities = entities;
    }

    /**
     * Sends a command to an account and waits, bounded, for its outcome.
     *
     * @param commandId the same for a repeat of the command
     * @param by who is asking
     * @param expectedRevision the revision that the account must have, or null
     */
    public CompletionStage<Outcome<AccountAnswer, AccountRefusal>> submit(
            String accountId, String commandId, String by, Long expectedRevision, AccountCommand command) {
        return entities.ask(kind, accountId, commandId, by, expectedRevision, command);
    }

    /**
     * The same for one of thousands of commands that come together.
     *
     * @param timeout how long to wait for the outcome
     */
    public CompletionStage<Outcome<AccountAnswer, AccountRefusal>> submit(
            String accountId, String commandId, String by, AccountCommand command, Duration timeout) {
        return entities.ask(kind, accountId, commandId, by, null, command, timeout);
    }
}
