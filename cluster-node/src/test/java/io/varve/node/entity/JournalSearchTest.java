package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.account.AccountAnswer;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountKind;
import io.varve.node.account.AccountRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What became of a command, read from the journal of its entity. */
class JournalSearchTest {
    private static final EntityKind<AccountCommand, AccountEvent, ?, AccountAnswer, AccountRefusal> KIND =
            AccountKind.create();

    private static ActorSystem system;

    @BeforeAll
    static void fillTheJournal() {
        system = HostSystem.create();
        var refused = new AccountEvent.CommandRefused("alice", "withdraw", AccountRefusal.INSUFFICIENT_FUNDS);
        var events = List.<Object>of(
                journaled("first", refused),
                journaled("second", new AccountEvent.Closed("alice")),
                journaled("third", refused));
        PersistenceTestKit.create(system).persistForRecovery("account|alice", events);
    }

    @AfterAll
    static void stopSystem() {
        TestKit.shutdownActorSystem(system);
    }

    private static Journaled<AccountEvent> journaled(String commandId, AccountEvent event) {
        var meta = new CommandMeta(commandId, "digest", "somebody", Instant.EPOCH);
        return new Journaled<>("account", new Recorded<>(meta, event));
    }

    private static Optional<Outcome<?, ?>> find(String accountId, String commandId, long upTo) throws Exception {
        return new JournalSearch(system, () -> HostSystem.readJournal(system))
                .find(KIND, accountId, commandId, upTo)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void commandThatTookEffect_isFound_asARepeat_withoutTheAnswerOfBackThen() throws Exception {
        assertThat(find("alice", "second", 3)).contains(new Outcome.Accepted<>(null, 2, true));
    }

    @Test
    void refusal_isFound_withItsReason() throws Exception {
        assertThat(find("alice", "first", 3))
                .contains(new Outcome.Refused<>(AccountRefusal.INSUFFICIENT_FUNDS, 1, true));
    }

    @Test
    void search_endsAtTheRevisionGiven() throws Exception {
        assertThat(find("alice", "third", 2)).isEmpty();
        assertThat(find("alice", "third", 3)).isPresent();
    }

    @Test
    void unknownCommand_isNotFound() throws Exception {
        assertThat(find("alice", "fourth", 3)).isEmpty();
        assertThat(find("bob", "first", 3)).isEmpty();
    }
}
