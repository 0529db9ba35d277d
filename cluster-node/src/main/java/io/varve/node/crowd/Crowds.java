package io.varve.node.crowd;

import io.varve.node.entity.Entities;
import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Outcome;
import java.util.concurrent.CompletionStage;

/** The door to the crowds of the cluster. */
public final class Crowds {
    private final EntityKind<CrowdCommand, CrowdEvent, ?, CrowdAnswer, CrowdRefusal> kind = CrowdKind.create();
    private final Entities entities;

    public Crowds(Entities entities) {
        this.entities = entities;
    }

    /**
     * Sends a command to a bucket of a crowd and waits, bounded, for its outcome. A question, and a command that changes
     * nothing, are accepted at the revision that stands.
     *
     * @param entityId that of {@link CrowdRelation#entityId(String, String)}
     * @param commandId the same for a repeat of the command
     * @param by who is asking
     */
    public CompletionStage<Outcome<CrowdAnswer, CrowdRefusal>> submit(
            String entityId, String commandId, String by, CrowdCommand command) {
        return entities.ask(kind, entityId, commandId, by, null, command);
    }
}
