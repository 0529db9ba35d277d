package io.varve.node.user;

import io.varve.node.entity.Entities;
import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Outcome;
import java.util.concurrent.CompletionStage;

/** The door to the users of the cluster. */
public final class Users {
    private final EntityKind<UserCommand, UserEvent, ?, UserAnswer, UserRefusal> kind = UserKind.create();
    private final Entities entities;

    public Users(Entities entities) {
        this.entities = entities;
    }

    /**
     * Sends a command to a user and waits, bounded, for its outcome. A question, and a command that changes nothing, are
     * accepted at the revision that stands.
     *
     * @param commandId the same for a repeat of the command
     * @param by who is asking
     * @param expectedRevision the revision that the user must have, or null
     */
    public CompletionStage<Outcome<UserAnswer, UserRefusal>> submit(
            String userId, String commandId, String by, Long expectedRevision, UserCommand command) {
        return entities.ask(kind, userId, commandId, by, expectedRevision, command);
    }
}
