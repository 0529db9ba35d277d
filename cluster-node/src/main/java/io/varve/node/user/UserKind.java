package io.varve.node.user;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.EntityLimits;
import java.util.Optional;

/** The user as a kind of entity. */
public final class UserKind {
    public static final String NAME = "user";

    /**
     * What a user is told at once may be of a thousand people, which takes up to 100 kB. Only that somebody was
     * registered is worth being answered as the first time; all else comes to the same when it is repeated.
     */
    private static final EntityLimits LIMITS = new EntityLimits(500, 50, 100, 1_000);

    private UserKind() {}

    public static EntityKind<UserCommand, UserEvent, ?, UserAnswer, UserRefusal> create() {
        return new EntityKind<>(
                NAME,
                4,
                UserCommand.class,
                UserEvent.class,
                UserState.class,
                UserAnswer.class,
                UserRefusal.class,
                new UserDecider(),
                Optional.empty(),
                LIMITS);
    }
}
