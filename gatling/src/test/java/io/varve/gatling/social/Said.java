package io.varve.gatling.social;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A post or a comment, and what has become of it. */
final class Said {
    private static final String EDITED = ", put otherwise";

    private final String id;
    private final String author;
    private final String text;
    private final Optional<Said> answered;
    private final AtomicBoolean changing = new AtomicBoolean();
    private final AtomicInteger answers = new AtomicInteger();
    /** Who was about to like it; whoever is, says alone whether they do in the end. */
    private final Set<String> begunLikers = ConcurrentHashMap.newKeySet();

    private final Set<String> likers = ConcurrentHashMap.newKeySet();
    private volatile boolean deleted;
    private volatile boolean edited;

    /** @param answered what a comment answers */
    Said(String id, String author, String text, Optional<Said> answered) {
        this.id = id;
        this.author = author;
        this.text = text;
        this.answered = answered;
    }

    String id() {
        return id;
    }

    String author() {
        return author;
    }

    String text() {
        return text;
    }

    String editedText() {
        return text + EDITED;
    }

    Optional<Said> answered() {
        return answered;
    }

    /** Whether the caller, and nobody else, may edit or delete it. */
    boolean claimChange() {
        return changing.compareAndSet(false, true);
    }

    void edit() {
        edited = true;
    }

    /** To be told before it is deleted. */
    void delete() {
        deleted = true;
    }

    boolean isDeleted() {
        return deleted;
    }

    /** A comment has been taken. */
    void addAnswer() {
        answers.incrementAndGet();
    }

    /** A comment is taken back. */
    void removeAnswer() {
        answers.decrementAndGet();
    }

    boolean claimLike(String person) {
        return begunLikers.add(person);
    }

    void like(String person) {
        likers.add(person);
    }

    void unlike(String person) {
        likers.remove(person);
    }

    /** Whether Varve shows what its author said, before or after an edit. */
    boolean isShownBy(JsonNode shown) {
        String visible = shown.path("text").asText();
        return author.equals(shown.path("author").asText()) && (visible.equals(text) || visible.equals(editedText()));
    }

    /** Whether Varve shows exactly what there is, when nobody does anything any more. */
    boolean isExactlyShownBy(JsonNode shown) {
        return (edited ? editedText() : text).equals(shown.path("text").asText())
                && shown.path("likes").asInt(-1) == likers.size()
                && shown.path("comments").asInt(-1) == answers.get();
    }

    @Override
    public String toString() {
        return id + " with likes " + likers.size() + ", comments " + answers + (edited ? ", edited" : "");
    }
}
