package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.node.account.AccountAnswer;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountKind;
import io.varve.node.account.AccountRefusal;
import io.varve.node.transfer.Posting;
import io.varve.node.transfer.TransferCommand;
import io.varve.node.transfer.TransferKind;
import java.io.NotSerializableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** Accounts and transfers, and what the serializer makes of what it does not know. */
class EntitySerializerTest extends SerializerTests {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456789Z");
    private static final CommandMeta META = new CommandMeta("key:1", "00ff", "teller", NOW);

    static Stream<Arguments> messages() {
        var deposit = new AccountCommand.Deposit(7, NOW, "salary");
        var request =
                new TransferCommand.Request("EUR", List.of(new Posting("a", "b", 3)), "rent", true, NOW, null, null);
        var answer = new AccountAnswer("alice", 7, 0, 7);
        return Stream.of(
                Arguments.of("command:account", new EntityMessage.Command<>("account", "alice", META, 4L, -1, deposit)),
                Arguments.of("command:transfer", new EntityMessage.Command<>("transfer", "t1", META, null, 0, request)),
                Arguments.of("await:transfer", new EntityMessage.AwaitRest("transfer", "t1")),
                Arguments.of("reply:account", reply(new Outcome.Accepted<>(answer, 3, true))),
                Arguments.of("reply:account", reply(new Outcome.Refused<>(AccountRefusal.ACCOUNT_CLOSED, 3, false))),
                Arguments.of("reply:account", reply(new Outcome.Failed<>(Outcome.Failure.OVERLOADED, 3))),
                Arguments.of(
                        "event:account",
                        new Journaled<>("account", new Recorded<>(META, new AccountEvent.Closed("alice")))));
    }

    private static Object reply(Outcome<AccountAnswer, AccountRefusal> outcome) {
        return new EntityMessage.Reply<>("account", "key:1", outcome);
    }

    @Test
    void snapshot_isReadAsItWasWritten() throws NotSerializableException {
        snapshotRoundTrip(
                AccountKind.create(),
                "id",
                List.of(
                        new AccountCommand.Open("Alice", "EUR", 100, Map.of("tier", "gold")),
                        new AccountCommand.Deposit(7, null, null),
                        new AccountCommand.Hold("t1", "t1/0", 5, "EUR"),
                        new AccountCommand.Withdraw(1_000, null, null)));
        snapshotRoundTrip(
                TransferKind.create(),
                "id",
                List.of(
                        new TransferCommand.Request(
                                "EUR", List.of(new Posting("a", "b", 3)), null, true, NOW, null, null),
                        new TransferCommand.StepAnswered(io.varve.node.transfer.TransferStep.HOLD, 0, 0, null)));
    }

    @Test
    void event_isJsonWithTheCommandBesideIt() {
        var event = new Journaled<>("account", new Recorded<>(META, new AccountEvent.Closed("alice")));
        assertThat(new String(serializer.toBinary(event), StandardCharsets.UTF_8))
                .isEqualTo("{\"command\":{\"commandId\":\"key:1\",\"digest\":\"00ff\",\"by\":\"teller\","
                        + "\"at\":\"2026-03-04T05:06:07.123456789Z\"},"
                        + "\"event\":{\"type\":\"account-closed\",\"accountId\":\"alice\"}}");
    }

    @Test
    void eventOfANewerNode_isReadWithoutTheFieldItDoesNotKnow() throws NotSerializableException {
        String json = "{\"command\":{\"commandId\":\"key:1\",\"digest\":\"00ff\",\"by\":\"teller\",\"at\":\"" + NOW
                + "\"},\"event\":{\"type\":\"account-closed\",\"accountId\":\"alice\",\"mood\":\"sad\"}}";
        assertThat(serializer.fromBinary(json.getBytes(StandardCharsets.UTF_8), "event:account"))
                .isEqualTo(new Journaled<>("account", new Recorded<>(META, new AccountEvent.Closed("alice"))));
    }

    @Test
    void unknownKindRoleOrEvent_isRefused() {
        byte[] json = "{\"event\":{\"type\":\"account-vanished\"}}".getBytes(StandardCharsets.UTF_8);
        for (String manifest : List.of("event:account", "event:ship", "rumour:account")) {
            assertThatThrownBy(() -> serializer.fromBinary(json, manifest))
                    .isInstanceOf(NotSerializableException.class)
                    .hasMessageContaining(manifest);
        }
    }
}
