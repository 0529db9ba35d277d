package io.varve.bench.follows;

import io.varve.bench.follows.Act.Follow;
import io.varve.bench.follows.Act.Mark;
import io.varve.bench.follows.Act.Marking;
import io.varve.bench.follows.Act.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What people do, by lot, in stages. The acts of a stage depend on what was done in the stages before, and not on each
 * other: so each stage is sent in any order and many at once, and yet it is certain what comes of it.
 */
final class Story {
    private static final int IN_TEN = 10;
    private static final double MUTING = 0.05;
    private static final double FOLLOWED_LATER = 0.1;
    private static final double REPEATED = 0.05;
    private static final double BOOSTED = 0.1;
    private static final double TAKEN_BACK = 0.1;
    private static final double CHANGED = 0.05;

    private final Graph graph;
    private final Sizes sizes;
    private final String prefix;
    private final Random random;
    private final Network network = new Network();
    private final List<Stage> stages = new ArrayList<>();
    private int comments;

    /** How much is done. */
    record Sizes(int writers, int postsEach, int likes, int comments) {}

    /** @param acts in the order in which they are begun, many at once */
    record Stage(String name, List<Act> acts) {}

    /** @param prefix begins the ids of posts */
    static Story of(Graph graph, Sizes sizes, String prefix, long seed) {
        Story story = new Story(graph, sizes, prefix, seed);
        story.tell();
        return story;
    }

    private Story(Graph graph, Sizes sizes, String prefix, long seed) {
        this.graph = graph;
        this.sizes = sizes;
        this.prefix = prefix;
        random = new Random(seed);
    }

    List<Stage> stages() {
        return stages;
    }

    Network network() {
        return network;
    }

    private void tell() {
        stage("people", graph.people().stream().map(Act.Register::new));
        stage("mutes", mutes());
        List<Graph.Edge> edges = shuffled(graph.edges());
        int later = (int) (edges.size() * FOLLOWED_LATER);
        stage("follows", edges.stream().skip(later).map(Story::follow));
        // A post and a follower that come at the same time must find each other.
        stage(
                "posts, and more follows",
                Stream.concat(posts(), edges.stream().limit(later).map(Story::follow)));
        stage(
                "likes, comments and boosts",
                Stream.of(likes(sizes.likes()), answers(), boosts(posted())).flatMap(acts -> acts));
        stage("second thoughts", secondThoughts());
        stage("deletions", deletions());
        stage("third thoughts", thirdThoughts(edges));
    }

    private void stage(String name, Stream<? extends Act> acts) {
        List<Act> all = new ArrayList<>(acts.toList());
        Collections.shuffle(all, random);
        all.forEach(act -> act.applyTo(network));
        stages.add(new Stage(name, all));
    }

    private Stream<Act> mutes() {
        double share =
                MUTING * graph.people().size() / Math.max(1, graph.edges().size());
        return some(graph.edges(), share).map(edge -> new Act.Mute(edge.follower(), edge.followee()));
    }

    private static Act follow(Graph.Edge edge) {
        return new Follow(edge.follower(), edge.followee(), true);
    }

    /** The best known and others by lot, each with all kinds of posts. */
    private Stream<Act> posts() {
        String best = graph.best();
        List<String> others = shuffled(graph.people());
        others.remove(best);
        List<String> writers = new ArrayList<>(List.of(best));
        writers.addAll(others.subList(0, Math.min(sizes.writers() - 1, others.size())));
        List<Act> posts = new ArrayList<>();
        for (String author : writers) {
            List<String> followers = List.copyOf(network.person(author).followers());
            for (int n = 0; n < sizes.postsEach(); n++) {
                Visibility visibility = visibility(n, followers);
                boolean mentions = !followers.isEmpty() && (visibility == Visibility.DIRECT || n % IN_TEN == 4);
                Optional<String> mentioned = mentions ? Optional.of(any(followers)) : Optional.empty();
                String text = "post " + n + " of " + author
                        + mentioned.map(person -> " for @" + person).orElse("");
                posts.add(new Act.Write(
                        prefix + "-p" + posts.size(), author, text, visibility, mentioned, Optional.empty()));
            }
        }
        return posts.stream();
    }

    private static Visibility visibility(int n, List<String> followers) {
        return switch (n % IN_TEN) {
            case 6 -> Visibility.FOLLOWERS;
            case 8 -> followers.isEmpty() ? Visibility.PUBLIC : Visibility.DIRECT;
            default -> Visibility.PUBLIC;
        };
    }

    /** Somebody and a post of somebody else that they may see. */
    private record Chance(String person, Post post) {}

    private List<Chance> chances(List<Post> posts) {
        List<Chance> chances = new ArrayList<>();
        for (Post post : posts) {
            if (!post.isDeleted() && post.visibility() != Visibility.DIRECT) {
                network.person(post.circle()).followers().stream()
                        .filter(person -> !person.equals(post.author()))
                        .forEach(person -> chances.add(new Chance(person, post)));
            }
        }
        return shuffled(chances);
    }

    private List<Post> posted() {
        return network.posts().stream().filter(post -> !post.isComment()).toList();
    }

    /** Some of them are repeated at the same time, by another command. */
    private Stream<Act> likes(int many) {
        return chances(posted()).stream().limit(many).flatMap(chance -> {
            Act like = new Marking(Mark.LIKE, chance.post().id(), chance.person(), true);
            return random.nextDouble() < REPEATED ? Stream.of(like, like) : Stream.of(like);
        });
    }

    private Stream<Act> answers() {
        int direct = sizes.comments() * 9 / IN_TEN;
        return chances(posted()).stream().limit(direct).map(chance -> comment(chance.person(), chance.post()));
    }

    private Act comment(String author, Post parent) {
        return new Act.Write(
                prefix + "-c" + comments++,
                author,
                "answer of " + author + " to " + parent.id(),
                parent.visibility(),
                Optional.empty(),
                Optional.of(parent.id()));
    }

    private Stream<Act> boosts(List<Post> posts) {
        return chances(posts).stream()
                .filter(chance -> chance.post().isPublic())
                .limit((long) (sizes.likes() * BOOSTED))
                .map(chance -> new Marking(Mark.BOOST, chance.post().id(), chance.person(), true));
    }

    /** Comments are answered, liked and boosted; likes and boosts are taken back; posts are put otherwise. */
    private Stream<Act> secondThoughts() {
        List<Post> commented = network.posts().stream().filter(Post::isComment).toList();
        Stream<Act> answers = chances(commented).stream()
                .filter(chance -> !chance.post().root().author().equals(chance.person()))
                .limit(sizes.comments() / IN_TEN)
                .map(chance -> comment(chance.person(), chance.post()));
        Stream<Act> likes = chances(commented).stream()
                .limit(sizes.likes() / IN_TEN)
                .map(chance -> new Marking(Mark.LIKE, chance.post().id(), chance.person(), true));
        Stream<Act> boosts = boosts(commented).limit(sizes.likes() / (IN_TEN * IN_TEN));
        Stream<Act> edits = some(posted(), CHANGED)
                // Another mention would be another notification.
                .map(post -> new Act.Edit(post.id(), post.text() + " (put otherwise)"));
        return Stream.of(answers, likes, boosts, takenBack(), edits).flatMap(acts -> acts);
    }

    private Stream<Act> takenBack() {
        List<Act> acts = new ArrayList<>();
        for (Post post : posted()) {
            for (Mark mark : Mark.values()) {
                some(List.copyOf(post.marked(mark)), TAKEN_BACK)
                        .forEach(person -> acts.add(new Marking(mark, post.id(), person, false)));
            }
        }
        return acts.stream();
    }

    /** Posts, comments that nobody has answered, and follows end. */
    private Stream<Act> deletions() {
        Stream<Act> deletes = some(List.copyOf(network.posts()), CHANGED)
                .filter(post -> !post.isComment() || post.answers().isEmpty())
                .map(post -> new Act.Delete(post.id()));
        Stream<Act> unfollows =
                some(graph.edges(), CHANGED).map(edge -> new Follow(edge.follower(), edge.followee(), false));
        return Stream.concat(deletes, unfollows);
    }

    /** Some of what was taken back is done again. */
    private Stream<Act> thirdThoughts(List<Graph.Edge> edges) {
        Stream<Act> follows = edges.stream()
                .filter(edge -> !network.person(edge.follower()).following().contains(edge.followee()))
                .filter(edge -> random.nextBoolean())
                .map(Story::follow);
        List<Act> marks = new ArrayList<>();
        for (Post post : posted()) {
            if (post.isPublic() && !post.isDeleted()) {
                for (Mark mark : Mark.values()) {
                    Set<String> before = new HashSet<>(post.everMarked(mark));
                    before.removeAll(post.marked(mark));
                    some(before.stream().sorted().toList(), 1.0 / 2)
                            .forEach(person -> marks.add(new Marking(mark, post.id(), person, true)));
                }
            }
        }
        return Stream.concat(follows, marks.stream());
    }

    private <T> Stream<T> some(List<T> all, double share) {
        return all.stream().filter(each -> random.nextDouble() < share).toList().stream();
    }

    private <T> List<T> shuffled(List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private String any(List<String> people) {
        return people.get(random.nextInt(people.size()));
    }
}
