package io.varve.node.post;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.EntityLimits;
import java.util.Optional;

/** The post as a kind of entity. */
public final class PostKind {
    public static final String NAME = "post";

    /** Each who likes a post asks it first whether it is there. */
    private static final int MOST_PENDING = 2_000;

    /** A post has few events, of up to 40 kB each; what is remembered of a command has its mentions and hashtags. */
    private static final EntityLimits LIMITS = new EntityLimits(MOST_PENDING, 100, 100, 100);

    private PostKind() {}

    public static EntityKind<PostCommand, PostEvent, ?, PostAnswer, PostRefusal> create() {
        return new EntityKind<>(
                NAME,
                4,
                PostCommand.class,
                PostEvent.class,
                PostState.class,
                PostAnswer.class,
                PostRefusal.class,
                new PostDecider(),
                Optional.empty(),
                LIMITS);
    }
}
