package io.varve.read.feed;

/**
 * Which writes of a kind somebody has had; means the same on every node. Never changes. Marks and places of one feed do
 * not mix with those of another.
 */
public sealed interface FeedMark permits SliceMark, TagMark {
    /** Whether the write is among them. */
    boolean has(FeedPlace place);

    /** These and one more. */
    FeedMark with(FeedPlace place);

    /** These and those. */
    FeedMark with(FeedMark others);

    /** Whether all of those are certain to be among these. */
    boolean covers(FeedMark others);

    /** For {@link Following#mark}: letters, digits, {@code -} and {@code _}, some hundred of them. */
    String text();
}
