package io.varve.read.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.varve.node.LocalNode;
import io.varve.node.Node;
import io.varve.node.account.AccountKind;
import io.varve.node.journal.FeedLog;
import io.varve.node.journal.FeedNews;
import io.varve.node.journal.ForgedNews;
import io.varve.read.Views;
import io.varve.read.query.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a feed is like after bad luck. Each test has a slice of its own, and journals that no other test has. */
@Timeout(120)
class SliceFeedFaultsIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final AtomicInteger NEXT_WRITER = new AtomicInteger(1);
    private static final AtomicInteger NEXT_SLICE = new AtomicInteger();

    private static Node node;

    private final int slice = NEXT_SLICE.getAndAdd(2);
    private final int writer = NEXT_WRITER.getAndIncrement();
    private final ForgedFeed rows = new ForgedFeed(node, writer);
    private final String account = ForgedFeed.account("first", slice);
    private final String other = ForgedFeed.account("other", slice);
    private ForgedFeed successor;
    private final List<Reader> readers = new ArrayList<>();

    @BeforeAll
    static void start() {
        node = LocalNode.start(
                "varve_slice_feed_faults_it", "read", Map.of("varve.feed.patience", PATIENCE.toMillis() + "ms"));
    }

    @AfterAll
    static void stop() {
        LocalNode.stop(node);
    }

    /** No reader forgets a journal before all older ones. */
    @AfterEach
    void end() {
        rows.dead();
        if (successor != null) {
            successor.dead();
        }
        readers.forEach(Reader::close);
    }

    private static SliceFeed feed(int pageEvents) {
        var settings = new FeedSettings(pageEvents, Duration.ofMillis(20), Duration.ZERO, PATIENCE);
        return new SliceFeed(node.system(), node.session(), settings);
    }

    /** Reads the slice of this test from an offset on, or from its beginning. */
    private Reader read(Object offset) {
        var reader = new Reader(node.system(), feed(1), slice, FeedLog.SLICES);
        readers.add(reader);
        return reader.from(offset).start();
    }

    private String before(long number) {
        var position = FeedPosition.start(new SliceRange(slice, 1));
        position.advance(writer, slice, number - 1);
        return position.offset();
    }

    private FeedPosition position(Reader reader) {
        return FeedPosition.of((String) reader.offset(), new SliceRange(slice, 1));
    }

    private static void awaitRevisions(Reader reader, String account, Long... revisions) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(reader.revisions(account)).containsExactly(revisions));
    }

    /** Another journal, started later, that goes on writing. */
    private ForgedFeed successor() {
        successor = new ForgedFeed(node, NEXT_WRITER.getAndIncrement());
        return successor;
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Test
    void unconfirmedRowOfADeadJournal_isDelivered_whenItsEventIsInTheJournal() {
        rows.written(1, 0, account, 1).written(2, 0, account, 2).dead();

        var reader = read(null);

        awaitRevisions(reader, account, 1L, 2L);
        assertThat(position(reader).number(writer, slice)).isEqualTo(2);
    }

    @Test
    void unconfirmedRowOfASilentJournal_isDelivered_andReadOnceMore_becauseItMayHavePaused() {
        rows.written(1, 0, account, 1).alive();

        var reader = read(null);

        awaitRevisions(reader, account, 1L);
        assertThat(position(reader).number(writer, slice)).isZero();
        awaitRevisions(read(reader.offset()), account, 1L);
    }

    @Test
    void rowThatComesLateToASilentJournal_isDelivered_alsoWhenALaterOneHasBeenLookedUp() {
        rows.written(2, 0, account, 1).alive();
        var reader = read(null);
        awaitRevisions(reader, account, 1L);

        rows.written(1, 0, other, 1);

        awaitRevisions(reader, other, 1L);
    }

    @Test
    void rowWhoseEventIsNotInTheJournal_isNeverDelivered_andTheFeedGoesOn() {
        rows.row(1, 0, account, 1).written(2, 0, other, 1).dead();
        var successor = successor();

        var reader = read(null);

        awaitRevisions(reader, other, 1L);
        successor.written(1, 0, other, 2).written(2, 1, other, 3).dead();
        awaitRevisions(reader, other, 1L, 2L, 3L);
        assertThat(reader.revisions(account)).isEmpty();
        awaitRevisions(read(reader.offset()), account);
        assertThat(position(reader).number(writer, slice)).isIn(0L, 2L);
    }

    @Test
    void holeInTheNumbersOfADeadJournal_isPassed() {
        rows.written(1, 0, account, 1).written(4, 0, account, 2).dead();

        var reader = read(null);

        awaitRevisions(reader, account, 1L, 2L);
        assertThat(position(reader).number(writer, slice)).isEqualTo(4);
    }

    @Test
    void holeAtTheEndOfABlockOfADeadJournal_isPassed() {
        long end = FeedLog.lastOfBlock(1);
        rows.written(end - 2, 0, account, 1).written(end + 1, 0, account, 2).dead();

        awaitRevisions(read(before(end - 2)), account, 1L, 2L);
    }

    @Test
    void blocks_followEachOther() {
        long end = FeedLog.lastOfBlock(1);
        assertThat(FeedLog.blockOf(end)).isZero();
        assertThat(FeedLog.blockOf(end + 1)).isEqualTo(1);
        assertThat(FeedLog.lastOfBlock(end + 1)).isGreaterThan(end + 1);
        for (int n = 0; n < 6; n++) {
            rows.written(end - 2 + n, end - 3 + n, account, n + 1);
        }
        rows.alive();
        ForgedNews.tell(node.system().classicSystem(), writer, AccountKind.NAME, slice, end + 3);

        awaitRevisions(read(before(end - 2)), account, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void lostRows_arePassed_andTheViewsGetTheirEventsFromTheJournal() {
        rows.journal(account, 1, 5)
                .row(1, 0, account, 1)
                .row(5, 4, account, 5)
                .written(6, 5, other, 1)
                .alive();
        ForgedNews.tell(node.system().classicSystem(), writer, AccountKind.NAME, slice, 6);

        var reader = read(null);

        awaitRevisions(reader, other, 1L);
        awaitRevisions(reader, account, 1L, 2L, 3L, 4L, 5L);
        assertThat(reader.filled(account)).isEqualTo(3);
        var views = Views.over(node.session());
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(get(views.accounts().account(account))
                                .orElseThrow()
                                .revision())
                        .isEqualTo(5));
        assertThat(get(views.entries().entries(account, Optional.empty(), Optional.empty(), PageRequest.first(50)))
                        .items())
                .hasSize(4);
    }

    @Test
    void lostBlock_isPassed() {
        long end = FeedLog.lastOfBlock(1);
        rows.journal(account, 1, 2)
                .row(1, 0, account, 1)
                .row(end + 5, end + 4, account, 2)
                .alive();
        ForgedNews.tell(node.system().classicSystem(), writer, AccountKind.NAME, slice, end + 5);

        awaitRevisions(read(null), account, 1L, 2L);
    }

    @Test
    void rowsOfWritesThatDidNotTakePlace_areSkipped() {
        rows.written(1, 0, account, 1)
                .voidRow(2, 0, account)
                .written(3, 2, account, 2)
                .voidRow(4, 3, account)
                .dead();

        var reader = read(null);

        awaitRevisions(reader, account, 1L, 2L);
        assertThat(position(reader).number(writer, slice)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void rowsThatAreNotConfirmed_areNotDelivered_whileTheirJournalIsAlive() {
        rows.written(1, 0, account, 1).written(2, 1, other, 1).alive();
        var system = node.system().classicSystem();
        ForgedNews.tell(system, writer, AccountKind.NAME, slice, 1);

        var reader = read(null);

        awaitRevisions(reader, account, 1L);
        await().during(PATIENCE.multipliedBy(3)).atMost(LONG).until(() -> {
            ForgedNews.tell(system, writer, AccountKind.NAME, slice, 1);
            return reader.revisions(other).isEmpty();
        });
        ForgedNews.tell(system, writer, AccountKind.NAME, slice, 2);
        awaitRevisions(reader, other, 1L);
    }

    @Test
    void journalThatIsFinished_isNotReadAgain_thoughItWasHeardOf() {
        rows.written(1, 0, account, 1).dead();
        ForgedNews.tell(node.system().classicSystem(), writer, AccountKind.NAME, slice, 1);
        var reader = read(null);
        awaitRevisions(reader, account, 1L);
        var successor = successor().alive();
        var last = new AtomicInteger();

        await().atMost(LONG).until(() -> {
            int next = last.incrementAndGet();
            successor.written(next, next, other, next);
            return position(reader).isFinished(writer);
        });

        int soFar = last.get();
        await().atMost(LONG).until(() -> {
            int next = last.incrementAndGet();
            successor.written(next, next, other, next);
            return reader.revisions(other).size() > soFar + 5;
        });
        assertThat(reader.revisions(account)).containsExactly(1L);
    }

    @Test
    void deadJournal_isReadToItsEnd_alsoWhenMuchIsLeftInOneSliceAndNothingInAnother() {
        int count = 1_000;
        LongStream.rangeClosed(1, count).forEach(n -> rows.row(n, n - 1, account, n));
        rows.dead();
        ForgedNews.tell(node.system().classicSystem(), writer, AccountKind.NAME, slice, count);
        var pairOfSlices = new Reader(node.system(), feed(1), slice / 2, FeedLog.SLICES / 2);
        readers.add(pairOfSlices);
        pairOfSlices.pause();
        pairOfSlices.start();
        var news = FeedNews.get(node.system().classicSystem());
        await().atMost(LONG).until(() -> !news.isHeard(writer, PATIENCE.multipliedBy(2)));

        pairOfSlices.goOn();

        await().atMost(LONG).until(() -> pairOfSlices.isComplete(account, count));
    }

    @Test
    void manyUnconfirmedRows_allArrive() {
        var reader = new Reader(node.system(), feed(1_000), 0, 1);
        readers.add(reader);
        var accounts = new ArrayList<String>();
        for (int each = 0; each < FeedLog.SLICES; each++) {
            String name = ForgedFeed.account("in-slice", each);
            accounts.add(name);
            rows.journal(name, 1, 20);
            for (int n = 1; n <= 20; n++) {
                rows.row(n, n > 15 ? 10 : n - 1, name, n);
            }
        }
        rows.dead();

        reader.start();

        await().atMost(LONG).until(() -> accounts.stream().allMatch(name -> reader.isComplete(name, 20)));
        assertThat(accounts).allSatisfy(name -> assertThat(reader.filled(name)).isZero());
    }

    @Test
    void readersThatFindNothing_keepNothing() {
        read(null);
        var news = FeedNews.get(node.system().classicSystem());

        await().during(Duration.ofSeconds(6))
                .atMost(LONG)
                .until(() -> news.next(AccountKind.NAME).getNumberOfDependents()
                        <= 2 * AccountKind.create().tags());
    }
}
