package io.varve.node.crowd;

import java.util.List;

/**
 * What became of the last command, or the answer to a question.
 *
 * @param changed true when the command made a member of somebody, or took one out
 * @param member whether the one whom the command names is a member now
 * @param count how many members the bucket has
 * @param members who they are, when that was asked; else empty
 */
public record CrowdAnswer(boolean changed, boolean member, long count, List<String> members) {
    public CrowdAnswer {
        members = members == null ? List.of() : List.copyOf(members);
    }

    public CrowdAnswer(boolean changed, boolean member, long count) {
        this(changed, member, count, List.of());
    }
}
