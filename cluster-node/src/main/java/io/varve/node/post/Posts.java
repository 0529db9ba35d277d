package io.varve.node.post;

import io.varve.node.entity.Entities;
import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Outcome;
import java.util.concurrent.CompletionStage;

/** The door to the posts of the cluster. */
public final class Posts {
    private final EntityKind<PostCommand, PostEvent, ?, PostAnswer, PostRefusal> kind = PostKind.create();
    private final Entities entities;

    public Posts(Entities entities) {
        this.entities = entities;
    }

    /**
     * Sends a command to a post and waits, bounded, for its outcome. A question, and a command that changes nothing, are
     * accepted at the revision that stands.
     *
     * @param commandId the same for a repeat of the command
     * @param by who is asking
     * @param expectedRevision the revision that the post must have, or null
     */
    public CompletionStage<Outcome<PostAnswer, PostRefusal>> submit(
            String postId, String commandId, String by, Long expectedRevision, PostCommand command) {
        return entities.ask(kind, postId, commandId, by, expectedRevision, command);
    }
}
