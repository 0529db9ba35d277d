package io.varve.node.user;

/** Why a user refuses a command. */
public enum UserRefusal {
    USER_NOT_FOUND,
    /** Muting oneself. */
    ONESELF,
    /** More mutes, or browsers, than a user may have. */
    TOO_MANY
}
