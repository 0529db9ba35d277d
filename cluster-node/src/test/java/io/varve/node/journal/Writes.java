package io.varve.node.journal;

import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.Journaled;
import io.varve.node.entity.Recorded;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes for unit tests: one event each. */
final class Writes {
    private static final CommandMeta COMMAND = new CommandMeta("command", "digest", "tester", Instant.EPOCH);

    private Writes() {}

    static EntityWrite of(String persistenceId) {
        return of(persistenceId, 10);
    }

    static EntityWrite of(String persistenceId, int eventBytes) {
        var event = new EntityWrite.Event(1, new UUID(0, 0), 1, "", "", ByteBuffer.allocate(eventBytes));
        var kind = persistenceId.substring(0, persistenceId.indexOf('|'));
        return new EntityWrite(
                persistenceId,
                "uuid",
                0,
                Set.of(),
                List.of(event),
                List.of(new Journaled<>(kind, new Recorded<>(COMMAND, "event"))));
    }

    /** A write that has its place in the feed. */
    static EntityWrite settled(String persistenceId, long number) {
        var write = of(persistenceId);
        write.number = number;
        write.settle(true);
        return write;
    }
}
