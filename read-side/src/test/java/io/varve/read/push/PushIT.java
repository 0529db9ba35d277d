package io.varve.read.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.varve.node.LocalNode;
import io.varve.node.Node;
import io.varve.node.entity.Outcome;
import io.varve.node.user.NotificationReason;
import io.varve.node.user.UserCommand;
import io.varve.node.user.UserProfile;
import io.varve.node.user.Users;
import io.varve.read.Views;
import io.varve.read.push.PushService.Received;
import io.varve.read.push.PushService.Reply;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users are told reaches their browsers, by a push service that can read nothing of it. */
class PushIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern AUTHORIZATION = Pattern.compile("vapid t=([^,]+), ?k=(\\S+)");

    private static Node node;
    private static Views views;
    private static PushService service;

    private final Browser browser = new Browser();

    PushIT() throws Exception {}

    @BeforeAll
    static void start() throws Exception {
        service = new PushService();
        node = LocalNode.start(
                "varve_push_it",
                "write,read",
                Map.of(
                        "varve.read.push.make-keys", "on",
                        "varve.read.push.subject", "mailto:someone@example.com",
                        "varve.read.push.allow-private-targets", "on"));
        views = Views.of(node);
    }

    @AfterAll
    static void stop() {
        LocalNode.stop(node);
        service.close();
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Until the views know it as well. */
    private static void user(String id, UserCommand command) {
        var outcome = await().atMost(LONG)
                .until(
                        () -> get(new Users(node.entities()).submit(id, command.toString(), id, null, command)),
                        answer -> !(answer instanceof Outcome.Failed<?, ?>));
        long revision = ((Outcome.Accepted<?, ?>) outcome).revision();
        await().atMost(LONG).until(() -> get(views.users().revision(id)) >= revision);
    }

    private void subscribed(String id) {
        user(id, new UserCommand.Define(new UserProfile(id.toUpperCase(), null)));
        user(id, new UserCommand.Subscribe(browser.subscription(service.endpoint(id))));
    }

    /** That somebody follows the user; each time is told in the same group. */
    private static void followed(String id, String by, int time) {
        var act = new UserCommand.Act(time, by, null);
        user(
                id,
                new UserCommand.Tell(
                        "crowd|followers~" + id, time, NotificationReason.FOLLOWED, id, null, List.of(act)));
    }

    private static List<Received> received(String id, int count) {
        return await().atMost(LONG).until(() -> service.received(id), all -> all.size() == count);
    }

    private static void assertNothingIsLeft() {
        await().atMost(LONG)
                .until(() -> node.session()
                        .execute("SELECT * FROM push_outbox")
                        .all()
                        .isEmpty());
    }

    @Test
    void notification_isPushed_sealedForItsBrowser_andSigned() throws Exception {
        user("ben", new UserCommand.Define(new UserProfile("Ben", null)));
        subscribed("ann");
        followed("ann", "ben", 1);
        var pushed = received("ann", 1).get(0);
        var content = JSON.readTree(browser.decrypt(pushed.body()));
        assertThat(content.get("groupId").asText()).isEqualTo("3");
        assertThat(content.get("reason").asText()).isEqualTo("followed");
        assertThat(content.get("subject").asText()).isEqualTo("ann");
        assertThat(content.get("actors").get(0).asText()).isEqualTo("ben");
        assertThat(content.get("count").asLong()).isEqualTo(1);
        assertThat(content.get("text").asText()).isEqualTo("Ben followed you");
        assertThat(content.get("url").asText()).isEqualTo("/social/user?id=ben");
        assertThat(content.has("postId")).isFalse();

        assertThat(pushed.headers())
                .containsEntry("content-encoding", "aes128gcm")
                .containsEntry("urgency", "normal")
                .doesNotContainKey("crypto-key");
        assertThat(Long.parseLong(pushed.headers().get("ttl"))).isBetween(86_000L, 86_400L);
        assertThat(pushed.headers().get("topic")).matches("[A-Za-z0-9_-]{32}");
        assertSigned(pushed.headers().get("authorization"));
        assertNothingIsLeft();
    }

    /** As RFC 8292 has it, by the key that browsers are given. */
    private static void assertSigned(String authorization) throws Exception {
        var parts = AUTHORIZATION.matcher(authorization);
        assertThat(parts.matches()).as(authorization).isTrue();
        var config = node.system().settings().config().getConfig("varve.read.push");
        assertThat(Push.of(node, config).publicKey()).contains(parts.group(2));
        var token = parts.group(1).split("\\.");
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(Browser.publicKey(decode(parts.group(2))));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(decode(token[2]))).isTrue();
        JsonNode header = JSON.readTree(decode(token[0]));
        assertThat(header.get("alg").asText()).isEqualTo("ES256");
        JsonNode claims = JSON.readTree(decode(token[1]));
        assertThat(claims.get("aud").asText()).isEqualTo(service.origin());
        assertThat(claims.get("sub").asText()).isEqualTo("mailto:someone@example.com");
        assertThat(Instant.ofEpochSecond(claims.get("exp").asLong()))
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(24)));
    }

    private static byte[] decode(String base64Url) {
        return Base64.getUrlDecoder().decode(base64Url);
    }

    @Test
    void browserThatIsGone_isTakenOut() {
        subscribed("carl");
        service.reply("carl", new Reply(410, null));
        followed("carl", "dora", 1);
        await().atMost(LONG)
                .until(() -> get(views.users().subscriptions("carl")).isEmpty());
        assertThat(service.received("carl")).hasSize(1);
        assertNothingIsLeft();
    }

    @Test
    void message_isSentAgainOnce_whenThePushServiceIsBusy_andNotSoonerThanItSays() throws Exception {
        subscribed("emil");
        subscribed("gina");
        service.reply("emil", new Reply(503, "15"));
        followed("emil", "fred", 1);
        // Others do not wait for it.
        followed("gina", "fred", 1);
        var all = received("emil", 2);
        assertThat(Duration.between(all.get(0).at(), all.get(1).at())).isGreaterThanOrEqualTo(Duration.ofSeconds(15));
        assertThat(received("gina", 1).get(0).at()).isBefore(all.get(1).at());
        assertNothingIsLeft();
        followed("emil", "hans", 2);
        var last = received("emil", 3);
        assertThat(JSON.readTree(browser.decrypt(last.get(2).body()))
                        .get("text")
                        .asText())
                .isEqualTo("hans and fred followed you");
        assertThat(last)
                .extracting(each -> each.headers().get("topic"))
                .containsOnly(last.get(0).headers().get("topic"));
    }

    /** A push service that is set up wrongly, or redirects for a while. */
    @Test
    void message_isSentAgain_whateverThePushServiceSays() {
        subscribed("ida");
        service.reply("ida", new Reply(403, null), new Reply(307, null));
        followed("ida", "jan", 1);
        received("ida", 3);
        assertNothingIsLeft();
        assertThat(get(views.users().subscriptions("ida"))).hasSize(1);
    }
}
