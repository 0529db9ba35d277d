package io.varve.bench.follows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.varve.bench.follows.Act.Follow;
import io.varve.bench.follows.Act.Mark;
import io.varve.bench.follows.Act.Marking;
import io.varve.bench.follows.Act.Visibility;
import io.varve.bench.follows.Act.Write;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainNetworkTest {
    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");

    private final Network network = new Network();

    PlainNetworkTest() {
        List.of("ann", "bob", "cid").forEach(network::register);
        network.follow("bob", "ann", true);
        network.follow("cid", "bob", true);
    }

    @Test
    void feed_hasWhatFollowedOnesWroteAndBoosted_newestFirst() {
        write("p1", "ann", Visibility.PUBLIC, null, null);
        write("p2", "bob", Visibility.PUBLIC, null, null);
        write("c1", "bob", Visibility.PUBLIC, null, "p1");
        network.post("p1").mark(Mark.BOOST, "bob", true);
        assertThat(feed("bob")).containsExactly("p2", "p1");
        assertThat(feed("cid")).containsExactly("p1 by bob", "p2");
        assertThat(feed("ann")).containsExactly("p1");
        network.post("p1").mark(Mark.BOOST, "bob", false);
        network.follow("bob", "ann", false);
        assertThat(feed("bob")).containsExactly("p2");
        assertThat(feed("cid")).containsExactly("p2");
    }

    @Test
    void feed_lacksWhatIsDeletedMutedOrForOthers() {
        write("p1", "ann", Visibility.PUBLIC, null, null);
        write("p2", "ann", Visibility.DIRECT, "cid", null);
        write("p3", "ann", Visibility.DIRECT, "bob", null);
        assertThat(feed("bob")).containsExactly("p3", "p1");
        assertThat(feed("ann")).containsExactly("p3", "p2", "p1");
        network.post("p1").delete();
        assertThat(feed("bob")).containsExactly("p3");
        network.mute("bob", "ann");
        assertThat(feed("bob")).isEmpty();
    }

    @Test
    void counts_areOfDistinctPeople_andOfCommentsThatAreThere() {
        write("p1", "ann", Visibility.PUBLIC, null, null);
        write("c1", "bob", Visibility.PUBLIC, null, "p1");
        write("c2", "bob", Visibility.PUBLIC, null, "p1");
        network.post("c2").delete();
        Act like = new Marking(Mark.LIKE, "p1", "bob", true);
        like.applyTo(network);
        like.applyTo(network);
        Item item = Item.of(network.post("p1"), Optional.empty(), START);
        assertThat(List.of(item.likes(), item.comments())).containsExactly(1L, 1L);
    }

    @Test
    void told_isCertainOfOwnPosts_andABoundOfOthers() {
        write("p1", "ann", Visibility.PUBLIC, "cid", null);
        write("c1", "bob", Visibility.PUBLIC, null, "p1");
        write("c2", "cid", Visibility.PUBLIC, null, "c1");
        network.post("p1").mark(Mark.LIKE, "cid", true);
        network.post("p1").mark(Mark.LIKE, "cid", false);
        assertThat(Told.of(network, "ann"))
                .containsEntry(new Told.Key("followed", "ann"), new Told.Range(1, 1))
                .containsEntry(new Told.Key("liked", "p1"), new Told.Range(1, 1))
                .containsEntry(new Told.Key("commented", "p1"), new Told.Range(2, 2))
                .hasSize(3);
        assertThat(Told.of(network, "bob"))
                .containsEntry(new Told.Key("commented", "c1"), new Told.Range(1, 1))
                .containsEntry(new Told.Key("liked", "p1"), new Told.Range(0, 1));
        assertThat(Told.of(network, "cid"))
                .containsEntry(new Told.Key("mentioned", "p1"), new Told.Range(1, 1))
                .containsEntry(new Told.Key("commented", "p1"), new Told.Range(1, 1))
                .doesNotContainKey(new Told.Key("liked", "p1"));
        network.post("p1").delete();
        assertThat(Told.of(network, "ann")).containsEntry(new Told.Key("liked", "p1"), new Told.Range(0, 1));
    }

    @Test
    void told_ofAnswersToWhatFollowersSee_isCertain_forWhoAlwaysFollowed() {
        write("p1", "ann", Visibility.FOLLOWERS, "bob", null);
        write("c1", "cid", Visibility.FOLLOWERS, null, "p1");
        network.follow("cid", "ann", true);
        network.post("p1").mark(Mark.LIKE, "cid", true);
        var liked = new Told.Key("liked", "p1");
        var commented = new Told.Key("commented", "p1");
        assertThat(Told.of(network, "bob"))
                .containsEntry(liked, new Told.Range(1, 1))
                .containsEntry(commented, new Told.Range(1, 1));
        network.follow("bob", "ann", false);
        network.follow("bob", "ann", true);
        assertThat(Told.of(network, "bob"))
                .containsEntry(liked, new Told.Range(1, 1))
                .containsEntry(commented, new Told.Range(0, 1));
    }

    @Test
    void story_isTheSameForTheSameSeed_andItsStagesHoldInAnyOrder() {
        Graph graph = circle(40);
        Story.Sizes sizes = new Story.Sizes(10, 10, 300, 60);
        Story story = Story.of(graph, sizes, "s", 1);
        assertThat(Story.of(graph, sizes, "s", 1).stages()).isEqualTo(story.stages());
        Network reversed = new Network();
        for (Story.Stage stage : story.stages()) {
            List<Act> acts = new ArrayList<>(stage.acts());
            for (int i = acts.size() - 1; i >= 0; i--) {
                acts.get(i).applyTo(reversed);
            }
        }
        for (String person : graph.people()) {
            assertThat(Set.copyOf(feed(reversed, person))).isEqualTo(Set.copyOf(feed(story.network(), person)));
            assertThat(Told.of(reversed, person)).isEqualTo(Told.of(story.network(), person));
        }
    }

    @Test
    void story_hasEverything() {
        Story story = Story.of(circle(40), new Story.Sizes(10, 10, 300, 60), "s", 1);
        Set<String> kinds = new HashSet<>();
        story.stages().forEach(stage -> stage.acts().forEach(act -> kinds.add(kind(act))));
        assertThat(kinds)
                .contains("Mute", "Follow true", "Follow false", "LIKE true", "LIKE false", "BOOST true", "BOOST false")
                .contains("PUBLIC", "FOLLOWERS", "DIRECT", "comment", "Edit", "Delete");
    }

    @Test
    void graph_namesThePeopleOfTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("follows.csv");
        Files.writeString(file, "follower,followee\n0,1\n1,0\n2,1\n");
        Graph graph = Graph.read(file, "x");
        assertThat(graph.people()).containsExactly("x-0", "x-1", "x-2");
        assertThat(graph.best()).isEqualTo("x-1");
        assertThat(graph.first(2).edges()).containsExactly(new Graph.Edge("x-0", "x-1"), new Graph.Edge("x-1", "x-0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Graph.of(List.of(new Graph.Edge("a", "a"))));
    }

    @Test
    void verdict_seesWhatIsOutOfBounds() {
        Verdict verdict = new Verdict();
        verdict.compare("exact", 1, 1);
        verdict.compare("bounded", 0, 2, 2);
        assertThat(verdict.differences()).isZero();
        verdict.compare("exact", 1, 2);
        verdict.compare("bounded", 1, 2, 3);
        assertThat(List.of(verdict.comparisons(), verdict.differences())).containsExactly(4L, 2L);
    }

    private static String kind(Act act) {
        if (act instanceof Follow follow) {
            return "Follow " + follow.follows();
        } else if (act instanceof Marking marking) {
            return marking.mark() + " " + marking.set();
        } else if (act instanceof Write write) {
            return write.inReplyTo().isPresent()
                    ? "comment"
                    : write.visibility().toString();
        }
        return act.getClass().getSimpleName();
    }

    /** Everybody follows the next ten. */
    private static Graph circle(int people) {
        return Graph.of(IntStream.range(0, people * 10)
                .mapToObj(i -> new Graph.Edge("s-" + i / 10, "s-" + (i / 10 + 1 + i % 10) % people))
                .toList());
    }

    private void write(String id, String author, Visibility visibility, String mentioned, String inReplyTo) {
        new Write(id, author, id, visibility, Optional.ofNullable(mentioned), Optional.ofNullable(inReplyTo))
                .applyTo(network);
    }

    private List<String> feed(String reader) {
        return feed(network, reader);
    }

    /** Later ids are later posts; what is boosted is newer than all of them. */
    private static List<String> feed(Network network, String reader) {
        return network
                .feed(
                        reader,
                        network.boostsByPerson(),
                        post -> START.plusSeconds(post.id().hashCode()),
                        (post, by) -> START.plusSeconds(Integer.MAX_VALUE))
                .stream()
                .map(item ->
                        item.postId() + item.boostedBy().map(by -> " by " + by).orElse(""))
                .toList();
    }
}
