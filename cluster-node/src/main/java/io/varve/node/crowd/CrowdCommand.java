package io.varve.node.crowd;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a bucket of a crowd can be asked to do. The member is one of this bucket. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CrowdCommand.Join.class, name = "join"),
    @JsonSubTypes.Type(value = CrowdCommand.Leave.class, name = "leave"),
    @JsonSubTypes.Type(value = CrowdCommand.Has.class, name = "has"),
    @JsonSubTypes.Type(value = CrowdCommand.Members.class, name = "members")
})
public sealed interface CrowdCommand {
    /**
     * Makes a member of the crowd; one who is a member already stays so, and nothing happens.
     *
     * @param unlessLeft true for what the system does by itself: nothing happens to a member that has left before
     */
    record Join(String member, boolean unlessLeft) implements CrowdCommand {}

    /**
     * Takes a member out. Who is none stays so, and will not be made one by the system; where the system makes no members,
     * nothing happens then.
     */
    record Leave(String member) implements CrowdCommand {}

    /** Asks whether somebody is a member; changes nothing. */
    record Has(String member) implements CrowdCommand {}

    /**
     * Asks who is a member, by id; changes nothing.
     *
     * @param after the member after which to begin, or null
     * @param limit how many at most, from 1 to {@link #MAX_LIMIT}
     */
    record Members(String after, int limit) implements CrowdCommand {
        /** An answer of so many must fit into a message between nodes. */
        public static final int MAX_LIMIT = 1_000;

        public Members {
            if (limit < 1 || limit > MAX_LIMIT) {
                throw new IllegalArgumentException("limit " + limit);
            }
        }
    }
}
