package io.varve.http.region;

import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.node.region.RegionCommand;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Checks drawings one at a time in a thread of its own: where ten thousand edges lie across one another, to see that
 * none of them cross takes ten seconds, for which nobody else shall wait.
 */
final class RegionChecks {
    private static final int MAX_WAITING = 64;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, IDLE.toSeconds(), TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), task -> {
                var made = new Thread(task, "varve-region-checks");
                made.setDaemon(true);
                return made;
            });

    RegionChecks() {
        thread.allowCoreThreadTimeOut(true);
    }

    /** The command that draws the region; fails with the problem that there is. */
    CompletionStage<RegionCommand.Draw> command(String regionId, RegionFeature feature) {
        try {
            return CompletableFuture.supplyAsync(() -> feature.command(regionId), thread);
        } catch (RejectedExecutionException e) {
            throw new ProblemException(ProblemType.OVERLOADED, "Too many drawings wait to be checked");
        }
    }
}
