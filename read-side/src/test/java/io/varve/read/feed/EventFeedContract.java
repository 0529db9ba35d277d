package io.varve.read.feed;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import io.varve.node.Deposits;
import io.varve.node.LocalNode;
import io.varve.node.Node;
import io.varve.node.WriterProcess;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountKind;
import io.varve.node.account.Accounts;
import io.varve.node.entity.Outcome;
import io.varve.read.ListenRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.pekko.Done;
import org.apache.pekko.cluster.sharding.ClusterSharding;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.apache.pekko.pattern.Patterns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import scala.concurrent.duration.FiniteDuration;

/**
 * What every feed keeps to: whatever happens to those who write, all that was acknowledged arrives. The writers are
 * processes of their own; this one only commands them, and reads.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(240)
abstract class EventFeedContract {
    private static final long SEED = Long.getLong("varve.seed", 20_251_123);
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final FiniteDuration ASK = FiniteDuration.create(2, TimeUnit.SECONDS);
    private static final int WORKERS = AccountKind.create().tags();

    private final String journal;
    private final String keyspace;
    private Node node;
    private WriterProcess writer;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    /** @param journal the setting varve.journal */
    EventFeedContract(String journal) {
        this.journal = journal;
        keyspace = "varve_feed_" + journal + "_it";
    }

    abstract EventFeed feed(Node reading, FeedSettings settings);

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path logs) {
        node = LocalNode.start(
                keyspace, ListenRole.NAME, Map.of("varve.journal", journal, "varve.entity.ask-timeout", "2s"));
        writer = WriterProcess.beside(node, logs.resolve("writer.log")).start();
        new Deposits(node).start("warm-up", 1).end(1);
    }

    @AfterAll
    void stop() {
        // In this order, or the node would wait for a member that does not answer any more.
        LocalNode.stop(node);
        writer.kill();
    }

    Node node() {
        return node;
    }

    private EventFeed feed(int pageEvents) {
        var rewind = ConfigFactory.load().getDuration("varve.feed.rewind");
        return feed(node, new FeedSettings(pageEvents, Duration.ofMillis(20), rewind, PATIENCE));
    }

    private List<Reader> readers(int pageEvents) {
        var feed = feed(pageEvents);
        return IntStream.range(0, WORKERS)
                .mapToObj(worker -> new Reader(node.system(), feed, worker, WORKERS))
                .toList();
    }

    private List<Reader> started() {
        var readers = readers(1_000);
        readers.forEach(Reader::start);
        return readers;
    }

    private static boolean isComplete(List<Reader> readers, Map<String, Long> revisions) {
        return revisions.entrySet().stream()
                .allMatch(account ->
                        readers.stream().anyMatch(reader -> reader.isComplete(account.getKey(), account.getValue())));
    }

    private static void awaitAll(List<Reader> readers, Map<String, Long> revisions) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(revisions)
                        .allSatisfy((account, revision) -> assertThat(readers.stream()
                                        .flatMap(reader -> reader.revisions(account).stream())
                                        .distinct())
                                .as(account)
                                .containsExactlyElementsOf(LongStream.rangeClosed(1, revision)
                                        .boxed()
                                        .toList())));
        assertThat(isComplete(readers, revisions))
                .as("one worker has all of an entity")
                .isTrue();
        readers.forEach(Reader::close);
    }

    @Test
    void events_arriveInTheOrderOfTheirEntity_atOneOfTheWorkers() {
        var readers = started();

        var revisions = new Deposits(node).start("plain", 30).end(10);

        awaitAll(readers, revisions);
        revisions
                .keySet()
                .forEach(account -> assertThat(readers.stream()
                                .filter(reader -> !reader.revisions(account).isEmpty()))
                        .as(account)
                        .hasSize(1));
    }

    /** The outcome of a command may be unknown when the machine has paused; to repeat it does nothing twice. */
    private static <A, R> CompletionStage<Outcome<A, R>> untilAnswered(
            Supplier<CompletionStage<Outcome<A, R>>> command) {
        return command.get()
                .thenCompose(outcome -> outcome instanceof Outcome.Failed<?, ?>
                        ? untilAnswered(command)
                        : CompletableFuture.completedFuture(outcome));
    }

    @Test
    void eventsThatAreJournaledAtOnce_arrive() {
        var readers = started();
        new Deposits(node).start("group", 1).end(1);
        var accounts = new Accounts(node.entities());
        var outcomes = IntStream.range(0, 150)
                .mapToObj(i -> untilAnswered(() -> accounts.submit(
                                "group-0", "at-once-" + i, "tester", null, new AccountCommand.Deposit(1, null, null)))
                        .toCompletableFuture())
                .toList();
        CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.join()).isInstanceOf(Outcome.Accepted.class));

        awaitAll(readers, Map.of("group-0", 151L));
    }

    @Test
    void readerThatStartsLate_getsEverything() {
        var revisions = new Deposits(node).start("late", 20).end(5);

        awaitAll(started(), revisions);
    }

    @Test
    void readerThatBeginsAnewAfterEveryPage_losesNothing() {
        var readers = readers(10);
        var deposits = new Deposits(node).start("resumed", 10);
        await().atMost(LONG).until(() -> deposits.acknowledged() > 20);
        CompletableFuture.allOf(readers.stream()
                        .map(reader -> reader.readAFewPages().toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .join();
        var revisions = deposits.end(6);

        // Each for itself: one that waits in vain for more does not hold back the others.
        var complete = new AtomicBoolean();
        var reading =
                readers.stream().map(reader -> againAndAgain(reader, complete)).toList();
        try {
            await().atMost(LONG).until(() -> {
                reading.stream().filter(CompletableFuture::isDone).forEach(CompletableFuture::join);
                return isComplete(readers, revisions);
            });
        } finally {
            complete.set(true);
        }
        reading.forEach(CompletableFuture::join);
        awaitAll(readers, revisions);
    }

    private static CompletableFuture<Done> againAndAgain(Reader reader, AtomicBoolean complete) {
        return reader.readAFewPages()
                .thenCompose(read -> complete.get() ? completedFuture(read) : againAndAgain(reader, complete))
                .toCompletableFuture();
    }

    @Test
    void whatWasAcknowledged_arrives_thoughTheWriterIsKilledAgainAndAgain() {
        var random = new Random(SEED);
        var readers = started();
        var deposits = new Deposits(node).start("killed", 20);
        for (int n = 0; n < 3; n++) {
            long soFar = deposits.acknowledged() + 50 + random.nextInt(300);
            await().atMost(LONG).until(() -> deposits.acknowledged() > soFar);
            writer.kill();
            writer.start();
        }
        long soFar = deposits.acknowledged() + 50;
        await().atMost(LONG).until(() -> deposits.acknowledged() > soFar);

        var revisions = deposits.end();
        awaitAll(readers, revisions);
        awaitAll(started(), revisions);
    }

    @Test
    void writerThatStandsStillForLongerThanReadersWait_losesNothing() {
        var readers = started();
        var deposits = new Deposits(node).start("paused", 20);
        await().atMost(LONG).until(() -> deposits.acknowledged() > 200);
        writer.pause();
        var until = Instant.now().plus(PATIENCE).plus(PATIENCE);
        await().until(() -> Instant.now().isAfter(until));
        writer.goOn();
        long soFar = deposits.acknowledged() + 200;
        await().atMost(LONG).until(() -> deposits.acknowledged() > soFar);

        awaitAll(readers, deposits.end());
    }

    @Test
    void eventsOfTwoWriters_arrive() {
        var readers = started();
        var second = WriterProcess.beside(node, folder.resolve("second.log")).start();
        try {
            var deposits = new Deposits(node).start("two", 60);
            await().atMost(LONG).until(this::bothWritersHostAccounts);
            long soFar = deposits.acknowledged() + 200;
            await().atMost(LONG).until(() -> deposits.acknowledged() > soFar);

            awaitAll(readers, deposits.end());
        } finally {
            second.leave();
        }
    }

    private boolean bothWritersHostAccounts() {
        var region = ClusterSharding.get(node.system().classicSystem()).shardRegion(AccountKind.NAME);
        var regions = Patterns.ask(region, new ShardRegion.GetClusterShardingStats(ASK), Duration.ofSeconds(3))
                .thenApply(stats -> ((ShardRegion.ClusterShardingStats) stats).getRegions())
                .toCompletableFuture()
                .exceptionally(notNow -> Map.of())
                .join();
        return regions.values().stream()
                        .filter(stats -> !stats.getStats().isEmpty())
                        .count()
                == 2;
    }
}
