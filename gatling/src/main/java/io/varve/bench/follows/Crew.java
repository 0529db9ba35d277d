package io.varve.bench.follows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that each do one thing after the other. */
final class Crew implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(30);

    private final int size;
    private final ExecutorService threads;

    Crew(int size) {
        this.size = size;
        threads = Executors.newFixedThreadPool(size);
    }

    /** Something to be done by any thread. */
    interface Task {
        void run() throws IOException, InterruptedException;
    }

    /** Compares one thing with what it must be. */
    interface Check {
        void compare(Verdict verdict) throws IOException, InterruptedException;
    }

    /** Begins the tasks in their order, and returns when all are done; the first that fails ends the others. */
    void doAll(List<? extends Task> tasks) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            working.add(threads.submit(() -> {
                try {
                    for (int task = next.getAndIncrement(); task < tasks.size(); task = next.getAndIncrement()) {
                        tasks.get(task).run();
                    }
                } finally {
                    // Of no effect when everything is begun.
                    next.set(tasks.size());
                }
                return null;
            }));
        }
        for (Future<?> each : working) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
    }

    /** Makes all checks, and those again where anything differs, since views follow, until the deadline has passed. */
    Verdict checkAll(List<Check> checks, long deadlineNanos) throws IOException, InterruptedException {
        Verdict all = new Verdict();
        long spokenNanos = System.nanoTime();
        List<Check> left = checks;
        while (!left.isEmpty()) {
            boolean last = System.nanoTime() > deadlineNanos;
            List<Check> again = new ArrayList<>();
            Verdict notYet = new Verdict();
            List<Task> tasks = new ArrayList<>();
            for (Check check : left) {
                tasks.add(() -> {
                    Verdict verdict = new Verdict();
                    check.compare(verdict);
                    synchronized (all) {
                        if (verdict.differences() == 0 || last) {
                            all.add(verdict);
                        } else {
                            again.add(check);
                            notYet.add(verdict);
                        }
                    }
                });
            }
            doAll(tasks);
            left = again;
            if (!left.isEmpty()) {
                if (System.nanoTime() - spokenNanos > BETWEEN_WORDS.toNanos()) {
                    spokenNanos = System.nanoTime();
                    System.out.printf(
                            "  %d things do not hold yet; the first: %s%n",
                            left.size(), notYet.shown().get(0));
                }
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        }
        return all;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
