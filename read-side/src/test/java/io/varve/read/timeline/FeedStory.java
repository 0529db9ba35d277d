package io.varve.read.timeline;

import static java.util.Comparator.comparing;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent;
import io.varve.node.post.Visibility;
import io.varve.read.CrowdStory;
import io.varve.read.PostStory;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happened among some people, and what, by plain thinking, their feeds must be. */
final class FeedStory {
    static final List<String> USERS = List.of("ann", "ben", "cem");
    private static final Instant START = Instant.parse("2025-12-31T23:59:50Z");

    /** Something that somebody may do; {@code other} is a user, or one of the posts there are. */
    record Move(Deed deed, int who, int other) {}

    enum Deed {
        FOLLOW,
        LEAVE,
        WRITE,
        WRITE_TO_ONE,
        MENTION_ANOTHER,
        DELETE,
        BOOST,
        TAKE_BACK
    }

    private record Pair(String one, String other) {}

    private record Item(Instant at, String postId, String by, boolean boosted) {
        @Override
        public String toString() {
            return (boosted ? by + ">" : "") + postId;
        }
    }

    private final List<Happened<PostEvent>> postEvents = new ArrayList<>();
    private final List<Happened<CrowdEvent>> crowdEvents = new ArrayList<>();
    private final Map<String, CrowdStory> crowds = new HashMap<>();
    private final List<PostStory> posts = new ArrayList<>();
    private final Set<String> deleted = new HashSet<>();
    private final Set<Pair> follows = new HashSet<>();
    private final Map<Pair, Instant> boosts = new HashMap<>();

    FeedStory(List<Move> moves) {
        moves.forEach(this::move);
    }

    List<Happened<PostEvent>> postEvents() {
        return postEvents;
    }

    List<Happened<CrowdEvent>> crowdEvents() {
        return crowdEvents;
    }

    private void move(Move move) {
        var who = USERS.get(move.who());
        var other = USERS.get(move.other() % USERS.size());
        switch (move.deed()) {
            case FOLLOW -> follow(who, other);
            case LEAVE -> leave(who, other);
            case WRITE -> write(who, "text", Visibility.PUBLIC);
            case WRITE_TO_ONE -> write(who, "hello @" + other, Visibility.DIRECT);
            default -> {
                if (!posts.isEmpty()) {
                    move(move.deed(), who, other, posts.get(move.other() % posts.size()));
                }
            }
        }
    }

    private void move(Deed deed, String who, String other, PostStory post) {
        var boost = new Pair(who, post.head().postId());
        boolean isThere = !deleted.contains(post.head().postId());
        if (deed == Deed.MENTION_ANOTHER && isThere) {
            add(post.edited("now @" + other));
        } else if (deed == Deed.DELETE && isThere) {
            deleted.add(post.head().postId());
            add(post.deleted());
        } else if (deed == Deed.BOOST
                && !boosts.containsKey(boost)
                && post.head().visibility() == Visibility.PUBLIC) {
            boosts.put(boost, add(crowd(CrowdRelation.BOOSTS, boost.other()).joined(who)));
        } else if (deed == Deed.TAKE_BACK && boosts.remove(boost) != null) {
            add(crowd(CrowdRelation.BOOSTS, boost.other()).left(who));
        }
    }

    private void follow(String who, String author) {
        if (!who.equals(author) && follows.add(new Pair(who, author))) {
            add(crowd(CrowdRelation.FOLLOWERS, author).joined(who));
        }
    }

    private void leave(String who, String author) {
        if (follows.remove(new Pair(who, author))) {
            add(crowd(CrowdRelation.FOLLOWERS, author).left(who));
        }
    }

    private void write(String author, String text, Visibility visibility) {
        // Some of the same millisecond as others, and as boosts.
        var at = START.plusSeconds(posts.size() / 2);
        var post = PostStory.written("p" + posts.size(), author, text, visibility, at);
        posts.add(post);
        add(post);
    }

    private CrowdStory crowd(CrowdRelation relation, String subject) {
        return crowds.computeIfAbsent(relation + subject, id -> new CrowdStory(relation, subject));
    }

    private void add(PostStory story) {
        postEvents.add(story.events().get(story.events().size() - 1));
    }

    private Instant add(CrowdStory story) {
        crowdEvents.add(story.events().get(story.events().size() - 1));
        return story.lastAt();
    }

    /** Each item as {@code post} or {@code booster>post}. */
    List<String> feed(String reader) {
        List<Item> items = new ArrayList<>();
        for (var post : posts) {
            var head = post.head();
            if (deleted.contains(head.postId())) {
                continue;
            }
            boolean isForReader = head.author().equals(reader)
                    || follows.contains(new Pair(reader, head.author()))
                            && (head.visibility() == Visibility.PUBLIC
                                    || head.mentions().contains(reader));
            if (isForReader) {
                items.add(new Item(head.createdAt(), head.postId(), head.author(), false));
            }
            boosts.forEach((boost, at) -> {
                if (boost.other().equals(head.postId()) && follows.contains(new Pair(reader, boost.one()))) {
                    items.add(new Item(at, head.postId(), boost.one(), true));
                }
            });
        }
        return items.stream()
                .sorted(comparing(Item::at)
                        .thenComparing(Item::postId)
                        .thenComparing(Item::by)
                        .thenComparing(Item::boosted)
                        .reversed())
                .map(Item::toString)
                .toList();
    }
}
