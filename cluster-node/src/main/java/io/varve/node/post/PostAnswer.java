package io.varve.node.post;

import io.varve.node.post.PostEvent.PostHead;

/**
 * What there is of the post after a command, or a question.
 *
 * @param head also of one that was deleted
 * @param deleted true when the post was taken back
 */
public record PostAnswer(PostHead head, boolean deleted) {}
