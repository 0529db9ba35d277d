package io.varve.node.post;

/** Who may see a post, beside its author and those whom it mentions; from the widest to the narrowest. */
public enum Visibility {
    /** Everybody. */
    PUBLIC,
    /** Those who follow its author; of an answer to such a post, those who follow that one's author. */
    FOLLOWERS,
    /** Nobody else; of an answer to such a post, those with whom the conversation began. */
    DIRECT;

    /** An answer is seen by no more people than what it answers. */
    public Visibility narrower(Visibility other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
