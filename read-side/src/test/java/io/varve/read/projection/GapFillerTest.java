package io.varve.read.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.entity.CommandMeta;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GapFillerTest {
    private static final CommandMeta COMMAND = new CommandMeta("c", "d", "test", Instant.EPOCH);

    private long viewRevision;
    private final List<String> read = new ArrayList<>();
    private final GapFiller.Journal<String> journal = (id, from, to) -> {
        read.add(from + "-" + to);
        return CompletableFuture.completedFuture(
                LongStream.rangeClosed(from, to).mapToObj(GapFillerTest::event).toList());
    };
    private GapFiller<String> gaps = new GapFiller<>(id -> CompletableFuture.completedFuture(viewRevision), journal);

    @Test
    void withoutViews_whatIsBeforeTheFirstEventCountsAsDone_andWhatIsMissingAfterItIsRead() {
        gaps = GapFiller.withoutViews(journal);
        assertThat(fill(5, 6)).containsExactly(5L, 6L);
        assertThat(fill(9)).containsExactly(7L, 8L, 9L);
        assertThat(read).containsExactly("7-8");
    }

    @Test
    void eventsInARow_needNothing() {
        assertThat(fill(1, 2, 3)).containsExactly(1L, 2L, 3L);
        assertThat(fill(4)).containsExactly(4L);
        assertThat(read).isEmpty();
    }

    @Test
    void firstEvent_isRead_whenTheFeedStartsWithTheSecond() {
        assertThat(fill(2, 3)).containsExactly(1L, 2L, 3L);
        assertThat(read).containsExactly("1-1");
    }

    @Test
    void jump_isFilled_withinAGroupAndBetweenGroups() {
        assertThat(fill(1, 4)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(fill(7)).containsExactly(5L, 6L, 7L);
        assertThat(read).containsExactly("2-3", "5-6");
    }

    @Test
    void entityThatTheViewKnows_goesOnFromTheViewsRevision() {
        viewRevision = 5;
        assertThat(fill(4, 5, 6, 8)).containsExactly(4L, 5L, 6L, 7L, 8L);
        assertThat(read).containsExactly("7-7");
    }

    @Test
    void eventsThatComeAgain_areHandedOnAndFillNothing() {
        fill(1, 2, 3);
        assertThat(fill(2, 3, 4)).containsExactly(2L, 3L, 4L);
        assertThat(read).isEmpty();
    }

    @Test
    void gapOfAPageThatFailed_isFilledAgain_whenThePageComesAgain() {
        var page = List.of(event(3));

        gaps.fill(page).toCompletableFuture().join();
        var again = gaps.fill(page).toCompletableFuture().join();

        assertThat(again.events()).hasSize(3);
        assertThat(read).containsExactly("1-2", "1-2");
    }

    private List<Long> fill(long... revisions) {
        var group = Arrays.stream(revisions).mapToObj(GapFillerTest::event).toList();
        var filled = gaps.fill(group).toCompletableFuture().join();
        filled.done();
        return filled.events().stream().map(Happened::revision).toList();
    }

    private static Happened<String> event(long revision) {
        return new Happened<>("a", revision, COMMAND, "event " + revision);
    }
}
