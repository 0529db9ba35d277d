package io.varve.read.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.varve.node.EmbeddedCassandra;
import io.varve.node.LocalNode;
import io.varve.node.WriterProcess;
import io.varve.node.entity.Outcome;
import io.varve.node.user.NotificationReason;
import io.varve.node.user.UserCommand;
import io.varve.node.user.UserProfile;
import io.varve.node.user.Users;
import io.varve.read.push.PushService.Received;
import io.varve.read.push.PushService.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Push messages outlive the process that was to send them: kill -9, and none is forgotten, none sent needlessly. */
@Timeout(300)
class PushKillIT {
    private static final String KEYSPACE = "varve_push_kill_it";
    private static final Duration LONG = Duration.ofSeconds(90);
    /** Each has a slice of the feed for themselves. */
    private static final Set<String> PEOPLE = Set.of("busy", "cut-off", "done");

    /** The number of the row that tells them. */
    private static final int TELL_ROW = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Browser browser = new Browser();
    private PushService service;
    private CqlSession session;
    private WriterProcess process;

    PushKillIT() throws Exception {}

    @BeforeEach
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        service = new PushService();
        session = EmbeddedCassandra.session(KEYSPACE);
        process = new WriterProcess(
                KEYSPACE,
                folder.resolve("node.log"),
                Map.of(
                        "VARVE_ROLES", "write,read",
                        "VARVE_PUSH_MAKE_KEYS", "on",
                        "VARVE_PUSH_ALLOW_PRIVATE_TARGETS", "on"));
    }

    @AfterEach
    void stop() {
        process.kill();
        session.close();
        service.close();
    }

    /** Users with browsers, who are told something before there is a process that would push it. */
    private void peopleAreTold() {
        var node = LocalNode.start(KEYSPACE, "write", Map.of());
        var users = new Users(node.entities());
        for (String id : PEOPLE) {
            var act = new UserCommand.Act(1, "somebody", null);
            var commands = List.of(
                    new UserCommand.Define(new UserProfile(id, null)),
                    new UserCommand.Subscribe(browser.subscription(service.endpoint(id))),
                    new UserCommand.Tell(
                            "crowd|followers~" + id, 1, NotificationReason.FOLLOWED, id, null, List.of(act)),
                    // Nothing confirms the last row of a node that has ended: it would be read by each who begins.
                    new UserCommand.Define(new UserProfile(id, "I was told")));
            for (var command : commands) {
                await().atMost(LONG)
                        .until(
                                () -> users.submit(id, command.toString(), id, null, command)
                                        .toCompletableFuture()
                                        .join(),
                                answer -> answer instanceof Outcome.Accepted<?, ?>);
            }
        }
        LocalNode.stop(node);
    }

    private Set<String> inOutbox() {
        return session.execute("SELECT user_id FROM push_outbox").all().stream()
                .map(row -> row.getString("user_id"))
                .collect(Collectors.toSet());
    }

    /** Whether the workers have noted that they pushed what the people were told: they do not come to it again. */
    private boolean isNoted() throws JsonProcessingException {
        int told = 0;
        for (var row : session.execute("SELECT projection_name, offset FROM offset_store")) {
            if ("user-push".equals(row.getString(0))) {
                for (var slices : JSON.readTree(row.getString(1)).required("read")) {
                    for (var number : slices) {
                        told += number.longValue() >= TELL_ROW ? 1 : 0;
                    }
                }
            }
        }
        return told == PEOPLE.size();
    }

    private List<Received> received(String user, int count) {
        return await().atMost(LONG).until(() -> service.received(user), all -> all.size() >= count);
    }

    @Test
    void killedProcess_leavesNoMessageUnsent_andSendsWhatWasUnderwayOnceMore() throws Exception {
        peopleAreTold();
        service.reply("busy", new Reply(503, "60"));
        service.reply("cut-off", Reply.NONE, Reply.NONE, Reply.NONE, Reply.NONE, Reply.NONE);
        process.start();
        PEOPLE.forEach(id -> received(id, 1));
        await().atMost(LONG).until(() -> inOutbox().equals(Set.of("busy", "cut-off")) && isNoted());

        process.kill();
        assertThat(inOutbox()).containsExactlyInAnyOrder("busy", "cut-off");
        service.reply("cut-off");
        int cutOff = service.received("cut-off").size();
        process.start();

        await().atMost(LONG).until(() -> inOutbox().isEmpty());
        assertThat(service.received("busy")).hasSize(2);
        // Where no answer came it is sent again, by the same process or by the next.
        assertThat(service.received("cut-off")).hasSize(cutOff + 1);
        assertThat(service.received("done")).hasSize(1);
        for (String id : List.of("busy", "cut-off")) {
            var all = service.received(id);
            var first = all.get(0);
            var last = all.get(all.size() - 1);
            // Who gets both sees one: the same group, in the same words.
            assertThat(last.headers().get("topic"))
                    .isNotNull()
                    .isEqualTo(first.headers().get("topic"));
            assertThat(browser.decrypt(last.body())).isEqualTo(browser.decrypt(first.body()));
        }
    }
}
