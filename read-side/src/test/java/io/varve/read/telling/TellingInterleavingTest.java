package io.varve.read.telling;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.crowd.CrowdCommand;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostCommand;
import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.Visibility;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Nobody is forgotten and nobody is told twice, however the workers overtake each other and begin again. */
class TellingInterleavingTest {
    private static final int PEOPLE = 6;
    private static final int CRASHES_ONE_IN = 40;

    private InMemoryDoors doors;
    private final List<Worker> workers = new ArrayList<>();
    /** Whose comments were accepted, in that order. */
    private final List<String> accepted = new ArrayList<>();

    /** One who is going to answer the post: watches it, then answers. */
    private final class Commenter {
        private final String id;
        private boolean watches;

        Commenter(String id) {
            this.id = id;
        }

        /** The gateway's next step; true when it was the last one. */
        boolean step(Worker worker) {
            if (!watches) {
                doors.crowd(CrowdRelation.OBSERVERS, "p", id, new CrowdCommand.Join(id, true));
                watches = true;
                return false;
            }
            var parent = new PostHead(
                    "p", "ann", Visibility.PUBLIC, null, List.of(), null, "p", List.of(), List.of(), Instant.EPOCH);
            worker.events.addAll(doors.post("c-" + id, new PostCommand.Write(id, "yes", Visibility.PUBLIC, parent)));
            accepted.add(id);
            return true;
        }
    }

    /** A worker of the projection. When it begins again, what it has begun before may go on meanwhile. */
    private static final class Worker {
        private final List<Happened<PostEvent>> events = new ArrayList<>();
        private final Telling telling;
        private final Random luck;
        private int from;
        private int pageSize;
        private CompletableFuture<Void> running;

        Worker(Doors doors, Random luck) {
            telling = new Telling(doors);
            this.luck = luck;
        }

        boolean isDone() {
            return from == events.size();
        }

        void step(boolean mayCrash) {
            if (mayCrash && luck.nextInt(CRASHES_ONE_IN) == 0) {
                running = null;
                from = luck.nextInt(from + 1);
            } else if (running == null && !isDone()) {
                pageSize = 1 + luck.nextInt(events.size() - from);
                running = telling.ofPosts(List.copyOf(events.subList(from, from + pageSize)))
                        .toCompletableFuture();
            }
            if (running != null && running.isDone()) {
                running.join();
                running = null;
                from += pageSize;
            }
        }
    }

    @Property(tries = 500)
    void whoseCommentWasAcceptedEarlier_isToldOfEachLaterOne_once(@ForAll long seed) {
        doors = new InMemoryDoors();
        workers.clear();
        accepted.clear();
        var luck = new Random(seed);
        var held = new HeldDoors(doors, luck);
        IntStream.range(0, 3).forEach(i -> workers.add(new Worker(held, luck)));
        var people = IntStream.range(0, PEOPLE).mapToObj(i -> "u" + i).toList();
        doors.register("ann");
        people.forEach(doors::register);
        workers.get(0).events.addAll(doors.post("p", new PostCommand.Write("ann", "?", Visibility.PUBLIC, null)));
        var commenters = new ArrayList<>(people.stream().map(Commenter::new).toList());
        boolean mayCrash = true;
        while (!commenters.isEmpty() || !held.isEmpty() || !workers.stream().allMatch(Worker::isDone)) {
            int what = luck.nextInt(6);
            if (what == 0 && !commenters.isEmpty()) {
                int who = luck.nextInt(commenters.size());
                if (commenters.get(who).step(workers.get(who % workers.size()))) {
                    commenters.remove(who);
                }
            } else if (what < 4 && !held.isEmpty()) {
                held.letOneThrough();
            } else {
                mayCrash &= !commenters.isEmpty();
                workers.get(luck.nextInt(workers.size())).step(mayCrash);
            }
        }
        for (int n = 0; n < PEOPLE; n++) {
            var told = doors.told(accepted.get(n));
            assertThat(told).as("seed " + seed).doesNotHaveDuplicates();
            assertThat(told)
                    .as("seed " + seed)
                    .containsAll(accepted.subList(n + 1, PEOPLE).stream()
                            .map(later -> "COMMENTED p [" + later + "] in p")
                            .toList());
        }
        assertThat(doors.told("ann")).hasSize(PEOPLE);
    }
}
