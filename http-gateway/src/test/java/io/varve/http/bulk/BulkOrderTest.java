package io.varve.http.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkOrderTest {
    private final BulkOrder order = new BulkOrder();
    private final List<Integer> sent = new ArrayList<>();
    private final List<CompletableFuture<Integer>> answers = new ArrayList<>();

    private CompletionStage<Integer> send(int number) {
        sent.add(number);
        var answer = new CompletableFuture<Integer>();
        answers.add(answer);
        return answer;
    }

    private void command(int number) {
        order.command("a", () -> send(number));
    }

    private void answerAll() {
        var open = List.copyOf(answers);
        answers.clear();
        open.forEach(answer -> answer.complete(0));
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void commandsToOneAccount_areSentWithoutWaiting_butNoMoreAtATimeThanItTakes() {
        upTo(1_200).forEach(this::command);

        assertThat(sent).isEqualTo(upTo(500));
        answerAll();
        assertThat(sent).isEqualTo(upTo(1_000));
        answerAll();
        assertThat(sent).isEqualTo(upTo(1_200));
    }

    @Test
    void commandsBehindATransfer_areSentInTheirOrder_whenItRests() {
        order.transfer(Set.of("a", "b"), () -> send(0));
        IntStream.range(1, 10).forEach(this::command);

        assertThat(sent).isEqualTo(upTo(1));
        answerAll();
        assertThat(sent).isEqualTo(upTo(10));
    }

    @Test
    void transfer_isSent_whenAllThatCameBeforeItIsAnswered() {
        command(0);
        command(1);
        order.transfer(Set.of("a"), () -> send(2));

        answers.get(1).complete(0);
        assertThat(sent).isEqualTo(upTo(2));
        answers.get(0).complete(0);
        assertThat(sent).isEqualTo(upTo(3));
    }

    @Test
    void commandThatCouldNotBeSent_holdsUpNothing() {
        order.transfer(Set.of("a"), () -> send(0));
        order.command("a", () -> {
            throw new IllegalStateException("not to be sent");
        });
        command(1);

        answerAll();

        assertThat(sent).isEqualTo(upTo(2));
    }
}
