package io.varve.bench.follows;

import io.varve.bench.follows.Act.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The plain computation: what the commands come to, kept as simply as can be. */
final class Network {
    private static final Comparator<Item> OLDEST_FIRST = Comparator.comparing(Item::at)
            .thenComparing(Item::postId)
            .thenComparing(item -> item.boostedBy().orElse(item.author()))
            .thenComparing(item -> item.boostedBy().isPresent());

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Post> posts = new LinkedHashMap<>();

    /**
     * Somebody.
     *
     * @param everFollowers who has followed them at any time
     * @param leavers who has ceased to at any time
     * @param muted of whom they want to see nothing
     * @param written posts and comments
     */
    record Person(
            Set<String> following,
            Set<String> followers,
            Set<String> everFollowers,
            Set<String> leavers,
            Set<String> muted,
            List<Post> written) {
        Person() {
            this(
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new ArrayList<>());
        }

        long posts() {
            return written.stream().filter(post -> !post.isDeleted()).count();
        }
    }

    void register(String person) {
        people.put(person, new Person());
    }

    void mute(String person, String other) {
        person(person).muted().add(other);
    }

    void follow(String person, String other, boolean follows) {
        if (follows) {
            person(person).following().add(other);
            person(other).followers().add(person);
            person(other).everFollowers().add(person);
        } else {
            person(person).following().remove(other);
            person(other).followers().remove(person);
            person(other).leavers().add(person);
        }
    }

    /** Whether somebody follows another, and never ceased to. */
    boolean hasAlwaysFollowed(String person, String other) {
        return person(other).followers().contains(person)
                && !person(other).leavers().contains(person);
    }

    void write(Act.Write act) {
        Post post = new Post(act, act.inReplyTo().map(this::post).orElse(null));
        posts.put(post.id(), post);
        person(act.author()).written().add(post);
    }

    Set<String> people() {
        return people.keySet();
    }

    Person person(String id) {
        return found(id, people.get(id));
    }

    Collection<Post> posts() {
        return posts.values();
    }

    Post post(String id) {
        return found(id, posts.get(id));
    }

    private static <T> T found(String id, T value) {
        if (value == null) {
            throw new IllegalArgumentException("there is no " + id);
        }
        return value;
    }

    /** Everything that the person boosted and did not take back; to be asked for when nothing is done any more. */
    Map<String, List<Post>> boostsByPerson() {
        Map<String, List<Post>> boosts = new LinkedHashMap<>();
        for (Post post : posts.values()) {
            for (String person : post.marked(Mark.BOOST)) {
                boosts.computeIfAbsent(person, none -> new ArrayList<>()).add(post);
            }
        }
        return boosts;
    }

    /**
     * A feed, the newest first.
     *
     * @param boosts as {@link #boostsByPerson} has them
     * @param writtenAt when a post was written
     * @param boostedAt when somebody has boosted a post
     */
    List<Item> feed(
            String reader,
            Map<String, List<Post>> boosts,
            Function<Post, Instant> writtenAt,
            BiFunction<Post, String, Instant> boostedAt) {
        List<Item> items = new ArrayList<>();
        for (Post post : person(reader).written()) {
            if (isShown(reader, reader, post) && !post.isComment()) {
                items.add(Item.of(post, Optional.empty(), writtenAt.apply(post)));
            }
        }
        for (String followed : person(reader).following()) {
            for (Post post : person(followed).written()) {
                boolean isForReader = post.visibility() != Act.Visibility.DIRECT || post.mentions(reader);
                if (isForReader && !post.isComment() && isShown(reader, followed, post)) {
                    items.add(Item.of(post, Optional.empty(), writtenAt.apply(post)));
                }
            }
            for (Post post : boosts.getOrDefault(followed, List.of())) {
                if (isShown(reader, followed, post)) {
                    items.add(Item.of(post, Optional.of(followed), boostedAt.apply(post, followed)));
                }
            }
        }
        items.sort(OLDEST_FIRST.reversed());
        return items;
    }

    private boolean isShown(String reader, String by, Post post) {
        Set<String> muted = person(reader).muted();
        return !post.isDeleted() && !muted.contains(by) && !muted.contains(post.author());
    }
}
