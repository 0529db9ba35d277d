package io.varve.read.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.varve.read.push.PushAnswer.Kind;
import io.varve.read.push.PushMessage.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final PushAnswer TAKEN = PushAnswer.of(Kind.TAKEN, "");

    private final List<PushMessage> sent = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<PushAnswer>> answers = new CopyOnWriteArrayList<>();
    private final KeptRows rows = new KeptRows();
    private final Outbox outbox = new Outbox(this::attempt, rows);

    private CompletionStage<PushAnswer> attempt(PushMessage message) {
        var answer = new CompletableFuture<PushAnswer>();
        answers.add(answer);
        sent.add(message);
        return answer;
    }

    private void answer(PushAnswer answer) {
        answers.get(answers.size() - 1).complete(answer);
    }

    private static PushMessage message(String browser, String group, long revision) {
        var target = new Target("ann", "https://push.example/" + browser);
        return new PushMessage(target, group, revision, Instant.EPOCH, "{}");
    }

    private PushMessage put(PushMessage message) {
        rows.write(message);
        outbox.put(message);
        return message;
    }

    private List<PushMessage> left() {
        return rows.all().toCompletableFuture().join();
    }

    @Test
    void message_isForgotten_whenItIsTaken() {
        var message = put(message("a", "1", 1));
        assertThat(left()).containsExactly(message);
        answer(TAKEN);
        assertThat(left()).isEmpty();
        assertThat(sent).containsExactly(message);
    }

    @Test
    void laterMessageOfAGroup_isSentAfterTheEarlierOne_andOnlyTheNewest() {
        var first = put(message("a", "1", 1));
        put(message("a", "1", 2));
        var third = put(message("a", "1", 3));
        var other = put(message("b", "1", 3));
        assertThat(sent).containsExactly(first, other);
        answers.get(0).complete(TAKEN);
        assertThat(sent).containsExactly(first, other, third);
        assertThat(left()).containsExactlyInAnyOrder(third, other);
        answer(TAKEN);
        assertThat(left()).containsExactly(other);
    }

    @Test
    void message_isSentAgain_andALaterOneInItsPlace() {
        var first = put(message("a", "1", 1));
        answer(new PushAnswer(Kind.LATER, "busy", Optional.empty()));
        var second = put(message("a", "1", 2));
        assertThat(sent).containsExactly(first);
        await().atMost(Duration.ofSeconds(10)).until(() -> sent.size() == 2);
        assertThat(sent).containsExactly(first, second);
        answer(TAKEN);
        assertThat(left()).isEmpty();
    }

    @Test
    void message_isGivenUp_whenItIsRefused() {
        put(message("a", "1", 1));
        answer(PushAnswer.of(Kind.REFUSED, "no"));
        assertThat(left()).isEmpty();
    }

    @Test
    void browser_hasRoomForSomeGroupsOnly_untilTheyAreDone() {
        for (int i = 0; i < Outbox.MAX_PER_TARGET; i++) {
            put(message("a", "" + i, i));
        }
        assertThat(outbox.hasRoom(message("a", "more", 99))).isFalse();
        assertThat(outbox.hasRoom(message("a", "0", 99))).isTrue();
        assertThat(outbox.hasRoom(message("b", "more", 99))).isTrue();
        answer(TAKEN);
        assertThat(outbox.hasRoom(message("a", "more", 99))).isTrue();
    }

    @Test
    void messages_stayWrittenDown_whenTheWorkerStops() {
        var first = put(message("a", "1", 1));
        outbox.stop();
        var second = put(message("a", "2", 2));
        assertThat(sent).containsExactly(first);
        assertThat(left()).containsExactlyInAnyOrder(first, second);
    }
}
