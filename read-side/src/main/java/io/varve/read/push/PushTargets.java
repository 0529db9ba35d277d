package io.varve.read.push;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;

/**
 * Where push messages may go: by https to the public Internet. Anybody may register an endpoint, and must not reach by
 * us what they cannot reach themselves.
 */
public final class PushTargets {
    private static final int THREADS = 4;
    private static final int MAX_QUEUED = 1_000;
    private static final long LOOK_UP_SECONDS = 2;

    private final boolean anywhere;
    /** Looking a host up blocks a thread. */
    private final Executor lookUps;

    /** @param anywhere whether private networks, and http, are allowed too */
    PushTargets(boolean anywhere) {
        this.anywhere = anywhere;
        var pool = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_QUEUED), task -> {
                    var thread = new Thread(task, "push-look-up");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        lookUps = pool;
    }

    /**
     * Whether an endpoint may be registered. A host that cannot be found, or not in time, may be: what counts is what
     * it is found to be when something is sent there.
     */
    public CompletionStage<Boolean> mayBe(String endpoint) {
        // As it will be read when something is sent.
        var url = HttpUrl.parse(endpoint);
        if (url == null || !takes(url.scheme())) {
            return CompletableFuture.completedFuture(false);
        }
        if (anywhere) {
            return CompletableFuture.completedFuture(true);
        }
        try {
            return CompletableFuture.supplyAsync(() -> isPublic(url.host()), lookUps)
                    .completeOnTimeout(true, LOOK_UP_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(true);
        }
    }

    private static boolean isPublic(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).noneMatch(PrivateNetworks::contains);
        } catch (UnknownHostException e) {
            return true;
        }
    }

    boolean takes(String scheme) {
        return "https".equalsIgnoreCase(scheme) || anywhere && "http".equalsIgnoreCase(scheme);
    }

    /** Called for the very address that is to be connected to: a name may lead elsewhere each time it is looked up. */
    void check(InetAddress address) throws PrivateTargetException {
        if (!anywhere && PrivateNetworks.contains(address)) {
            throw new PrivateTargetException(address);
        }
    }
}
