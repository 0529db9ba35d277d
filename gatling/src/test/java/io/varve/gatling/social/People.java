package io.varve.gatling.social;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Who takes part, what they have said, and whom they have ever followed; many virtual users act for them at once. */
public final class People {
    private static final int MOST_FAULTS = 20;

    private final String id;
    private final int people;
    private final AtomicInteger posts = new AtomicInteger();
    private final Map<String, Said> said = new ConcurrentHashMap<>();
    private final List<Said> standing = new CopyOnWriteArrayList<>();
    private final Map<String, Set<String>> everFollowed = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    /** @param id begins every id */
    public People(String id, int people) {
        this.id = id;
        this.people = people;
    }

    String id() {
        return id;
    }

    List<String> all() {
        return IntStream.range(0, people).mapToObj(this::personId).toList();
    }

    String personId(int number) {
        return id + "-" + number;
    }

    String anybody() {
        return personId(random().nextInt(people));
    }

    /** Somebody else, rather one who is followed by many already. */
    String somebodyKnown(String but) {
        double chance = random().nextDouble();
        int number = (int) (people * chance * chance);
        return personId(number).equals(but) ? personId((number + 1) % people) : personId(number);
    }

    /** To be told before somebody follows another. */
    void follows(String person, String other) {
        everFollowed(person).add(other);
    }

    private Set<String> everFollowed(String person) {
        return everFollowed.computeIfAbsent(person, none -> ConcurrentHashMap.newKeySet());
    }

    /** Whether the person may have something in their feed that another wrote, or passed on. */
    boolean mayRead(String person, String other) {
        return person.equals(other) || everFollowed(person).contains(other);
    }

    /** What somebody is about to say; to be sent then. */
    Said say(String author, Optional<Said> answered) {
        int number = posts.getAndIncrement();
        Said post = new Said(id + "-p" + number, author, "No. " + number + " of " + author, answered);
        said.put(post.id(), post);
        return post;
    }

    /** It is said; others may answer. */
    void isSaid(Said post) {
        post.answered().ifPresent(Said::addAnswer);
        standing.add(post);
    }

    Optional<Said> find(String postId) {
        return Optional.ofNullable(said.get(postId));
    }

    /** Anything that was not edited or deleted; whoever gets it is the only one who may do so. */
    Optional<Said> anyToChange() {
        return standing.isEmpty()
                ? Optional.empty()
                : Optional.of(standing.get(random().nextInt(standing.size()))).filter(Said::claimChange);
    }

    Collection<Said> said() {
        return List.copyOf(standing);
    }

    /** Something is not as it must be. */
    void fault(String what) {
        faults.add(what);
    }

    int faults() {
        return faults.size();
    }

    List<String> firstFaults() {
        return faults.stream().limit(MOST_FAULTS).toList();
    }

    static ThreadLocalRandom random() {
        return ThreadLocalRandom.current();
    }
}
