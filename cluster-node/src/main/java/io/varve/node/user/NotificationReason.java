package io.varve.node.user;

/** Why a user is told something. */
public enum NotificationReason {
    /** Somebody likes a post that the user wrote or watches. */
    LIKED,
    /** Somebody passed on a post that the user wrote. */
    BOOSTED,
    /** Somebody answered a post that the user wrote or watches. */
    COMMENTED,
    /** A post mentions the user. */
    MENTIONED,
    /** Somebody follows the user. */
    FOLLOWED
}
