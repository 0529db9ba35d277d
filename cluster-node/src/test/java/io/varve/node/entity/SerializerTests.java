package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.NotSerializableException;
import java.time.Instant;
import java.util.List;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What travels to and from entities, and their snapshots. A test has {@code messages()}, each with its manifest. */
abstract class SerializerTests {
    static final Instant AT = Instant.parse("2026-03-04T05:06:07.25Z");

    private static final CommandMeta META = new CommandMeta("key:1", "00ff", "device", AT);
    private static ActorSystem system;
    static EntitySerializer serializer;

    @BeforeAll
    static void start() throws NotSerializableException {
        system = HostSystem.create();
        serializer = (EntitySerializer) SerializationExtension.get(system).serializerFor(Journaled.class);
    }

    @AfterAll
    static void stop() {
        TestKit.shutdownActorSystem(system);
    }

    static Object command(String kind, Object command) {
        return new EntityMessage.Command<>(kind, "id", META, null, -1, command);
    }

    static Object reply(String kind, Object answer) {
        return new EntityMessage.Reply<>(kind, "k", new Outcome.Accepted<>(answer, 4, false));
    }

    static <R extends Enum<R>> Object refusal(String kind, R reason) {
        return new EntityMessage.Reply<>(kind, "k", new Outcome.Refused<>(reason, 0, false));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void message_isReadAsItWasWritten(String manifest, Object message) throws NotSerializableException {
        assertThat(SerializationExtension.get(system).findSerializerFor(message))
                .isSameAs(serializer);
        assertThat(serializer.manifest(message)).isEqualTo(manifest);
        assertThat(serializer.fromBinary(serializer.toBinary(message), manifest))
                .isEqualTo(message);
    }

    static <C, E, S, A, R extends Enum<R>> void snapshotRoundTrip(
            EntityKind<C, E, S, A, R> kind, String entityId, List<? extends C> commands)
            throws NotSerializableException {
        var entity = new InMemoryEntity<>(kind, entityId);
        for (int n = 0; n < commands.size(); n++) {
            entity.submit("c" + n, commands.get(n));
        }
        var snapshot =
                new JournaledSnapshot<>(kind.name(), new EntitySnapshot<>(entity.state(), 2, entity.remembered()));
        String manifest = serializer.manifest(snapshot);
        assertThat(manifest).isEqualTo("snapshot:" + kind.name());
        assertThat(serializer.fromBinary(serializer.toBinary(snapshot), manifest))
                .isEqualTo(snapshot);
    }
}
