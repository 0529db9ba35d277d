package io.varve.read.timeline;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent;
import io.varve.node.user.NotificationReason;
import io.varve.node.user.UserEvent;
import io.varve.read.CrowdStory;
import io.varve.read.Fixture;
import io.varve.read.PostStory;
import io.varve.read.UserStory;
import io.varve.read.Views;
import io.varve.read.feed.ScriptedFeed;
import io.varve.read.projection.CrowdProjection;
import io.varve.read.table.Happened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** What happens around ann, who follows ben and cem, and what she must be told of it. Dora is a stranger to her. */
final class StreamScene {
    final ScriptedFeed<PostEvent> posts = new ScriptedFeed<>();
    final ScriptedFeed<CrowdEvent> crowds = new ScriptedFeed<>();
    final ScriptedFeed<UserEvent> users = new ScriptedFeed<>();
    final List<String> expected = new ArrayList<>();
    final Views views;

    private final Map<String, PostState> journal = new ConcurrentHashMap<>();
    private final List<PostStory> written = new ArrayList<>();
    private final Map<String, UserStory> people = new HashMap<>();
    private int number;

    StreamScene() {
        var fixture = Fixture.inMemory();
        views = fixture.views();
        for (var author : List.of("ben", "cem")) {
            var followers = new CrowdStory(CrowdRelation.FOLLOWERS, author).joined("ann");
            CrowdProjection.views()
                    .write(followers.events(), fixture.rows())
                    .toCompletableFuture()
                    .join();
        }
    }

    PostState post(String id) {
        return journal.getOrDefault(id, PostState.NOTHING);
    }

    /** One write; gives back how much of it she is told. */
    int happens(Random luck) {
        int before = expected.size();
        int writer = 1 + luck.nextInt(3);
        switch (luck.nextInt(5)) {
            case 0 -> writes(writer, luck, "ann", "ben", "cem", "dora");
            case 1 -> answers(writer, luck);
            case 2 -> boosts(writer);
            case 3 -> isTold(writer, "ann", 1 + luck.nextInt(4));
            default -> isTold(writer, "dora", 1);
        }
        return expected.size() - before;
    }

    /** A post, in one write with some edits of it. */
    void writes(int writer, Random luck, String... authors) {
        String author = authors[luck.nextInt(authors.length)];
        String id = "p-" + number++;
        var story = PostStory.written(id, author, "Layer " + number);
        int edits = luck.nextInt(3);
        for (int n = 0; n < edits; n++) {
            story.edited("Layer " + number + ", edited " + n);
        }
        written.add(story);
        if (!author.equals("dora")) {
            expected.add("post " + id);
            for (int n = 0; n < edits; n++) {
                expected.add("edit " + id);
            }
        }
        journaled(story);
        posts.write(writer, List.copyOf(story.events()));
    }

    private void answers(int writer, Random luck) {
        if (written.isEmpty()) {
            return;
        }
        var parent = written.get(luck.nextInt(written.size())).head();
        var story = PostStory.answering(parent, "c-" + number++, "ben", "An answer", parent.createdAt());
        journaled(story);
        posts.write(writer, List.copyOf(story.events()));
    }

    private void journaled(PostStory story) {
        story.events()
                .forEach(event -> journal.merge(
                        event.entityId(),
                        PostState.NOTHING.withEvent(event),
                        (before, now) -> before.withEvent(event)));
    }

    /** A post of a stranger, which several people pass on; ben and cem are of one bucket, and so in one write. */
    private void boosts(int writer) {
        String id = "s-" + number++;
        var story = PostStory.written(id, "dora", "Pass me on");
        journaled(story);
        posts.write(writer, List.copyOf(story.events()));
        var boosts = new CrowdStory(CrowdRelation.BOOSTS, id).joined("ben", "eva", "cem");
        Map<String, List<Happened<CrowdEvent>>> buckets = new HashMap<>();
        boosts.events()
                .forEach(event -> buckets.computeIfAbsent(event.entityId(), bucket -> new ArrayList<>())
                        .add(event));
        buckets.values().forEach(bucket -> crowds.write(writer, bucket));
        expected.add("post " + id + " by ben");
        expected.add("post " + id + " by cem");
    }

    void isTold(int writer, String userId, int times) {
        var story = people.computeIfAbsent(userId, UserStory::registered);
        int before = story.events().size();
        for (int n = 0; n < times; n++) {
            story.told(NotificationReason.LIKED, "p-" + number++, "ben");
            if (userId.equals("ann")) {
                expected.add("notification " + (story.events().size()));
            }
        }
        users.write(
                writer,
                List.copyOf(story.events().subList(before, story.events().size())));
    }
}
