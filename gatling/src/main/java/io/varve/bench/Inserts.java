package io.varve.bench;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** What the Cassandra beside Varve does bare: prepared inserts of one row each, into a keyspace that is dropped again. */
final class Inserts implements AutoCloseable {
    private static final int PARTITIONS = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DROP_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final CqlSession session;
    private final String keyspace;
    private final PreparedStatement insert;
    private final int rowBytes;
    private final AtomicLong sequence = new AtomicLong();

    Inserts(InetSocketAddress cassandra, String datacenter, int rowBytes) {
        this.rowBytes = rowBytes;
        keyspace = "varve_bench_" + System.currentTimeMillis();
        session = CqlSession.builder()
                .addContactPoint(cassandra)
                .withLocalDatacenter(datacenter)
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, TIMEOUT)
                        .withInt(DefaultDriverOption.NETTY_IO_SIZE, 1)
                        .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1)
                        .build())
                .build();
        session.execute("CREATE KEYSPACE " + keyspace
                + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
        session.execute("CREATE TABLE " + keyspace
                + ".event (entity text, sequence_nr bigint, payload blob, PRIMARY KEY (entity, sequence_nr))");
        insert = session.prepare("INSERT INTO " + keyspace + ".event (entity, sequence_nr, payload) VALUES (?, ?, ?)");
    }

    /** What Cassandra says of itself: its version, and when the commit log is on disk. */
    String durability() {
        String version = session.execute("SELECT release_version FROM system.local")
                .one()
                .getString("release_version");
        return "Cassandra " + version + ": commitlog_sync = " + setting("commitlog_sync")
                + ", commitlog_disk_access_mode = " + setting("commitlog_disk_access_mode");
    }

    private String setting(String name) {
        Row row = session.execute(
                        SimpleStatement.newInstance("SELECT value FROM system_views.settings WHERE name = ?", name))
                .one();
        return row == null ? "unknown" : row.getString("value");
    }

    /** Keeps a number of inserts under way for a time. */
    Measured run(int inFlight, Duration time) throws InterruptedException, IOException {
        Round round = new Round(System.nanoTime() + time.toNanos(), inFlight);
        for (int i = 0; i < inFlight; i++) {
            next(round);
        }
        if (!round.ended.await(time.plus(LAST_ANSWERS).toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("inserts are missing " + LAST_ANSWERS.toSeconds() + " s after the end of the load");
        }
        if (round.failed.get() != null) {
            throw new IOException("an insert failed", round.failed.get());
        }
        return new Measured(round.done.sum(), 0, time.toNanos() / 1e9);
    }

    private void next(Round round) {
        long number = sequence.incrementAndGet();
        session.executeAsync(insert.bind(
                        "entity-" + number % PARTITIONS, number / PARTITIONS, ByteBuffer.allocate(rowBytes)))
                .whenComplete((rows, failure) -> {
                    boolean over = System.nanoTime() - round.endNanos >= 0;
                    if (failure != null) {
                        round.failed.compareAndSet(null, failure);
                    } else if (!over) {
                        round.done.increment();
                    }
                    if (over || failure != null) {
                        round.ended.countDown();
                    } else {
                        next(round);
                    }
                });
    }

    @Override
    public void close() {
        try {
            session.execute(
                    SimpleStatement.newInstance("DROP KEYSPACE " + keyspace).setTimeout(DROP_TIMEOUT));
        } finally {
            session.close();
        }
    }

    private static final class Round {
        private final long endNanos;
        private final CountDownLatch ended;
        private final LongAdder done = new LongAdder();
        private final AtomicReference<Throwable> failed = new AtomicReference<>();

        Round(long endNanos, int inFlight) {
            this.endNanos = endNanos;
            this.ended = new CountDownLatch(inFlight);
        }
    }
}
