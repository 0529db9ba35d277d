package io.varve.node.entity;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.persistence.testkit.JournalOperation;
import org.apache.pekko.persistence.testkit.ProcessingPolicy;
import org.apache.pekko.persistence.testkit.ProcessingResult;
import org.apache.pekko.persistence.testkit.ProcessingSuccess;
import org.apache.pekko.persistence.testkit.WriteEvents;

/** Holds up the journal's writes, notes how many events each has, and fails them on demand. */
final class JournalGate implements ProcessingPolicy<JournalOperation> {
    private final List<Integer> writes = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch closed = new CountDownLatch(0);
    private volatile ProcessingResult result = ProcessingSuccess.getInstance();

    @Override
    public ProcessingResult tryProcess(String persistenceId, JournalOperation operation) {
        if (!(operation instanceof WriteEvents write)) {
            return ProcessingSuccess.getInstance();
        }
        writes.add(write.getBatch().size());
        try {
            if (!closed.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test has left the gate closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return result;
    }

    void close() {
        closed = new CountDownLatch(1);
    }

    void open() {
        closed.countDown();
    }

    void failWith(ProcessingResult failure) {
        result = failure;
    }

    void succeed() {
        result = ProcessingSuccess.getInstance();
    }

    /** Waits until the journal has been given so many writes. */
    void awaitWrites(int count) {
        await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(5)).until(() -> writes.size() >= count);
    }

    /** The number of events of each write so far. */
    List<Integer> writes() {
        return List.copyOf(writes);
    }
}
