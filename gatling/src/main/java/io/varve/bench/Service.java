package io.varve.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Something that is to answer at a URL. What did not and was started for it is stopped at the end, also by ctrl-C. */
final class Service implements AutoCloseable {
    /** The first start may build and download. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(15);

    /** How long a command and what it starts may be apart. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);
    private static final int CONNECT_MILLIS = 1_000;
    private static final long POLL_MILLIS = 500;

    private final Runnable stop;
    private boolean stopped;

    private Service(Runnable stop) {
        this.stop = stop;
    }

    /**
     * Starts a service unless it answers.
     *
     * @param start a command that either returns when the service is up, or runs as long as it
     * @param stopCommand stops it; when empty, a start command that still runs is ended
     */
    static Service ensure(URI url, String start, String stopCommand) throws IOException, InterruptedException {
        if (isOpen(url)) {
            return new Service(() -> {});
        }
        if (start.isBlank()) {
            throw new IOException("nothing answers at " + url + ", and there is no command to start it");
        }
        System.out.printf("nothing answers at %s, so: %s%n", url, start);
        Process process = Shell.start(start);
        try {
            await(url, start, process);
        } catch (IOException | InterruptedException e) {
            end(process);
            throw e;
        }
        Service service = new Service(() -> stop(stopCommand, process));
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        return service;
    }

    private static void await(URI url, String start, Process process) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!isOpen(url)) {
            if (!process.isAlive()) {
                deadline = Math.min(deadline, System.nanoTime() + GRACE.toNanos());
            }
            boolean failed = !process.isAlive() && process.exitValue() != 0;
            if (failed || System.nanoTime() > deadline) {
                throw new IOException("nothing answers at " + url + " by: " + start);
            }
            Thread.sleep(POLL_MILLIS);
        }
        // A command that returns is let finish.
        process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
    }

    private static boolean isOpen(URI url) {
        try (Socket socket = new Socket()) {
            int port = url.getPort() < 0 ? 80 : url.getPort();
            socket.connect(new InetSocketAddress(url.getHost(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(String stopCommand, Process process) {
        try {
            if (!stopCommand.isBlank()) {
                System.out.println("started by this run, so: " + stopCommand);
                Shell.start(stopCommand).waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            end(process);
        } catch (IOException e) {
            System.err.println("not stopped: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    @Override
    public synchronized void close() {
        if (!stopped) {
            stopped = true;
            stop.run();
        }
    }
}
