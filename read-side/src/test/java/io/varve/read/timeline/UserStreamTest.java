package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.read.LocalSystem;
import io.varve.read.following.BadPositionException;
import io.varve.read.user.Mutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream of a user over feeds that do all that feeds may do: each thing is told once, whatever happens. */
@Timeout(120)
class UserStreamTest {
    private static final ActorSystem<?> SYSTEM = LocalSystem.start();

    private final StreamScene scene = new StreamScene();

    @AfterAll
    static void stop() {
        SYSTEM.terminate();
    }

    private StreamNode node(int inMemory, long seed) {
        return new StreamNode(SYSTEM, scene, inMemory, seed);
    }

    private static String name(UserMoment moment) {
        var news = moment.news().orElseThrow();
        if (news instanceof UserNews.Posted posted) {
            return "post " + posted.item().post().postId()
                    + posted.item().boostedBy().map(by -> " by " + by).orElse("");
        } else if (news instanceof UserNews.Edited edited) {
            return "edit " + edited.item().post().postId();
        } else if (news instanceof UserNews.Notified told) {
            return "notification " + told.notification().revision();
        }
        return news.toString();
    }

    private static List<String> names(List<UserMoment> moments) {
        return moments.stream().map(UserStreamTest::name).toList();
    }

    /** Whoever is cut off after anything that is told, and goes on at any node, is told each thing once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void listenerWhoIsCutOffAgainAndAgain_isToldEachThingOnce(long seed) {
        var luck = new Random(seed);
        var nodes = List.of(node(3, seed), node(1_000_000, seed + 100), node(30, seed + 200));
        String position = nodes.get(0).now();
        List<String> had = new ArrayList<>();
        int left = 0;
        for (int n = 0; n < 150; n++) {
            left += scene.happens(luck);
            int count = Math.min(left, luck.nextInt(6));
            var taken = nodes.get(luck.nextInt(3)).take("ann", Optional.of(position), count);
            had.addAll(names(taken));
            left -= count;
            position = count == 0 ? position : taken.get(count - 1).position().text();
        }
        had.addAll(names(nodes.get(luck.nextInt(3)).take("ann", Optional.of(position), left)));
        assertThat(had).containsExactlyInAnyOrderElementsOf(scene.expected);
    }

    /** The whole, taken by one listener, is what another has who is cut off after anything of it. */
    @Test
    void resumingAfterAnything_givesTheRest() {
        var luck = new Random(7);
        var here = node(1_000_000, 1);
        var there = node(5, 2);
        String start = here.now();
        for (int n = 0; n < 20; n++) {
            scene.happens(luck);
        }
        var whole = here.take("ann", Optional.of(start), scene.expected.size());
        assertThat(names(whole)).containsExactlyInAnyOrderElementsOf(scene.expected);
        for (int n = 0; n < whole.size(); n++) {
            var rest = names(whole.subList(n + 1, whole.size()));
            for (var node : List.of(here, there)) {
                assertThat(names(node.take(
                                "ann", Optional.of(whole.get(n).position().text()), rest.size())))
                        .as("after " + n)
                        .containsExactlyInAnyOrderElementsOf(rest);
            }
        }
    }

    @Test
    void postsAreTold_asTheyAreNow() {
        var node = node(100, 3);
        String start = node.now();
        scene.writes(1, new Random(5), "ben");
        var told = node.take("ann", Optional.of(start), scene.expected.size());
        var now = scene.post("p-0").view().orElseThrow();
        assertThat(told).hasSizeGreaterThan(1).allSatisfy(moment -> {
            var news = moment.news().orElseThrow();
            var item = news instanceof UserNews.Edited edited ? edited.item() : ((UserNews.Posted) news).item();
            assertThat(item.post()).isEqualTo(now);
        });
    }

    /** What happens in the scene happened long ago. */
    @Test
    void positionIsTooOld_whenWhatWasMissedIs_andNotInMemory() {
        var remembers = node(1_000_000, 5);
        String start = remembers.now();
        for (int n = 0; n < 20; n++) {
            scene.happens(new Random(n));
        }
        var begunLater = node(3, 6);
        assertThat(remembers.isTooOld(start)).isFalse();
        assertThat(begunLater.isTooOld(start)).isTrue();
        assertThat(begunLater.isTooOld(begunLater.now())).isFalse();
    }

    /** There are as many listeners as there may be streams, and what is told to anybody comes by all of them. */
    @Test
    void whatIsToldToOthers_onlyMovesThePositionOn() {
        var node = node(100, 5);
        var asked = new AtomicInteger();
        var moments = node.stream("ann", () -> {
                    asked.incrementAndGet();
                    return CompletableFuture.completedFuture(
                            new Listener("ann", id -> false, new Mutes(Set.of(), Set.of())));
                })
                .runWith(Sink.queue(1), SYSTEM);
        scene.isTold(1, "dora", 20);
        var first = moments.pull().toCompletableFuture().join().orElseThrow();
        assertThat(first.news()).isEmpty();
        assertThat(asked).hasValue(0);

        scene.isTold(1, "ann", 1);
        var next = first;
        while (next.news().isEmpty()) {
            next = moments.pull().toCompletableFuture().join().orElseThrow();
        }
        assertThat(name(next)).isEqualTo("notification 2");
        assertThat(asked).hasValue(1);
        moments.cancel();
    }

    @Test
    void positionsOfNobody_areRefused() {
        var node = node(10, 4);
        String now = node.now();
        // The last two have a part that says null.
        var bads = List.of(
                "", "x", "~~", now + "~", now.replace("~", ""), now + ".", "AAAA~AAAA~AAAA", now + ".9g", "9g~9g~9g");
        for (var bad : bads) {
            assertThatThrownBy(() -> node.position(bad)).as(bad).isInstanceOf(BadPositionException.class);
        }
        assertThat(node.position(now).text()).isEqualTo(now).matches("[A-Za-z0-9._~-]+");
    }
}
