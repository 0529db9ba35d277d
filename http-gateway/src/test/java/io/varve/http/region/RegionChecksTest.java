package io.varve.http.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.node.region.RegionCommand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RegionChecksTest {
    private final RegionChecks checks = new RegionChecks();

    private static RegionFeature feature(String ring) {
        var body = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}";
        return RegionFeature.read(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Edges that all lie across one another, none of which meet: each pair has to be looked at. */
    private static RegionFeature slow() {
        return feature(IntStream.range(0, 4_000)
                .mapToObj(i -> i % 2 == 0 ? "[%s,-80]".formatted(-80 + i * 1e-4) : "[%s,80]".formatted(80 + i * 1e-4))
                .collect(Collectors.joining(",", "", ",[100,85],[100,-85],[-80,-85],[-80,-80]")));
    }

    private CompletableFuture<RegionCommand.Draw> check(RegionFeature feature) {
        return checks.command("r", feature).toCompletableFuture();
    }

    @Test
    @Timeout(60)
    void whoAsks_doesNotWait_andTooManyAreRefused() {
        var slow = check(slow());
        assertThat(slow).isNotDone();
        var quick = feature("[0,0],[1,0],[1,1],[0,0]");
        List<CompletableFuture<RegionCommand.Draw>> accepted = new ArrayList<>();
        var refused = catchThrowableOfType(ProblemException.class, () -> {
            while (!slow.isDone()) {
                accepted.add(check(quick));
            }
        });
        assertThat(refused.type()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(accepted).hasSize(64);
        assertThat(slow).succeedsWithin(Duration.ofSeconds(50));
        accepted.forEach(each -> assertThat(each.join().shape().name()).isEqualTo("r"));
    }
}
