package io.varve.read;

import io.varve.node.entity.CommandMeta;
import io.varve.read.table.Happened;
import java.time.Instant;

/** What the stories of users, posts and crowds have in common. */
public final class Stories {
    /** Just before the end of a year. */
    private static final Instant START = Instant.parse("2025-12-31T23:59:50Z");

    private Stories() {}

    /** By a clock that jumps back now and then. */
    static Instant at(long revision) {
        return START.plusSeconds(revision % 5 == 0 ? -300 : revision);
    }

    public static <E> Happened<E> happened(String id, long revision, String by, E event) {
        return new Happened<>(id, revision, new CommandMeta("command-" + revision, "digest", by, at(revision)), event);
    }
}
