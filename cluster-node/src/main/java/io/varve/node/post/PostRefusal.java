package io.varve.node.post;

/** Why a post refuses a command. */
public enum PostRefusal {
    POST_NOT_FOUND,
    /** There is one with that id already, or there was. */
    POST_EXISTS,
    POST_DELETED,
    /** Its history has as many texts as one may have. */
    TOO_MANY_EDITS
}
