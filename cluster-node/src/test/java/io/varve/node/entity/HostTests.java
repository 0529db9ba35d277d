package io.varve.node.entity;

import static org.awaitility.Awaitility.await;

import io.varve.node.entity.EntityMessage.Command;
import io.varve.node.entity.EntityMessage.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.InvalidActorNameException;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.apache.pekko.persistence.testkit.javadsl.SnapshotTestKit;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The host of an entity, over a journal whose writes the test holds up, lets through or fails. */
abstract class HostTests<C> {
    static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");

    private static ActorSystem system;
    static PersistenceTestKit journal;
    static SnapshotTestKit snapshots;

    final JournalGate gate = new JournalGate();
    final TestKit client = new TestKit(system);
    ActorRef host;
    private final EntityKind<C, ?, ?, ?, ?> kind;
    private final String entityId;

    HostTests(EntityKind<C, ?, ?, ?, ?> kind, String entityId) {
        this.kind = kind;
        this.entityId = entityId;
    }

    @BeforeAll
    static void startSystem() {
        system = HostSystem.create();
        journal = PersistenceTestKit.create(system);
        snapshots = SnapshotTestKit.create(system);
    }

    @AfterAll
    static void stopSystem() {
        TestKit.shutdownActorSystem(system);
    }

    @AfterEach
    void forget() {
        gate.open();
        stop();
        journal.resetPolicy();
        journal.clearAll();
        snapshots.clearAll();
    }

    static EntitySettings settings(int pending, int group, int memory, long snapshotEvery) {
        return new EntitySettings(
                pending, group, memory, 100_000, snapshotEvery, Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    void start(EntitySettings settings) {
        journal.withPolicy(gate);
        var entities = new Entities(HostSystem.KINDS, settings, null, Map.of());
        // The name is free a moment after the watchers know that its bearer is gone.
        host = await().ignoreException(InvalidActorNameException.class)
                .until(() -> system.actorOf(EntityHost.props(kind, settings, entities), entityId), Objects::nonNull);
    }

    void restart(EntitySettings settings) {
        stop();
        start(settings);
    }

    void stop() {
        var watcher = new TestKit(system);
        watcher.watch(host);
        host.tell(EntityHost.Stop.INSTANCE, ActorRef.noSender());
        watcher.expectTerminated(host);
    }

    Outcome<?, ?> ask(String commandId, C command) {
        return ask(commandId, null, Command.NEVER_SENT, command);
    }

    Outcome<?, ?> ask(String commandId, Long expectedRevision, long searchedTo, C command) {
        tell(commandId, expectedRevision, searchedTo, command);
        return reply();
    }

    void tell(String commandId, C command) {
        tell(commandId, null, Command.NEVER_SENT, command);
    }

    void tell(String commandId, Long expectedRevision, long searchedTo, C command) {
        var meta = new CommandMeta(commandId, Digest.of(kind, command), "teller", AT);
        host.tell(new Command<>(kind.name(), entityId, meta, expectedRevision, searchedTo, command), client.getRef());
    }

    Outcome<?, ?> reply() {
        return client.expectMsgClass(Reply.class).outcome();
    }

    static Outcome<?, ?> failed(Outcome.Failure failure, long revision) {
        return new Outcome.Failed<>(failure, revision);
    }
}
