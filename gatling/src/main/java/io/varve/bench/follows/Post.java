package io.varve.bench.follows;

import io.varve.bench.follows.Act.Mark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What became of a post, or of a comment. */
final class Post {
    private final Act.Write written;
    private final Post root;
    private final List<Post> answers = new ArrayList<>();
    private final Map<Mark, Set<String>> now = new EnumMap<>(Mark.class);
    private final Map<Mark, Set<String>> ever = new EnumMap<>(Mark.class);
    private String text;
    private boolean edited;
    private boolean deleted;

    /** @param parent what it answers, or null */
    Post(Act.Write written, Post parent) {
        this.written = written;
        this.root = parent == null ? this : parent.root;
        text = written.text();
        for (Mark mark : Mark.values()) {
            now.put(mark, new TreeSet<>());
            ever.put(mark, new LinkedHashSet<>());
        }
        if (parent != null) {
            parent.answers.add(this);
        }
    }

    String id() {
        return written.postId();
    }

    String author() {
        return written.author();
    }

    String text() {
        return text;
    }

    /** That of a comment is that of what began the conversation. */
    Act.Visibility visibility() {
        return root.written.visibility();
    }

    /** Whether nothing is hidden from anybody. */
    boolean isPublic() {
        return visibility() == Act.Visibility.PUBLIC;
    }

    /** Whose followers see it, and may like and answer it: of what is hidden from others, those of who began it. */
    String circle() {
        return isPublic() ? author() : root.author();
    }

    boolean isComment() {
        return root != this;
    }

    boolean isEdited() {
        return edited;
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean mentions(String person) {
        return written.mentioned().filter(person::equals).isPresent();
    }

    Post root() {
        return root;
    }

    /** All direct ones, also those that are deleted. */
    List<Post> answers() {
        return answers;
    }

    long comments() {
        return answers.stream().filter(answer -> !answer.deleted).count();
    }

    boolean isAnsweredBy(String person) {
        return answers.stream().anyMatch(answer -> answer.author().equals(person));
    }

    /** Who marks it, at the end. */
    Set<String> marked(Mark mark) {
        return now.get(mark);
    }

    /** Who has marked it at any time. */
    Set<String> everMarked(Mark mark) {
        return ever.get(mark);
    }

    void edit(String newText) {
        text = newText;
        edited = true;
    }

    void delete() {
        deleted = true;
    }

    void mark(Mark mark, String person, boolean set) {
        if (set) {
            now.get(mark).add(person);
            ever.get(mark).add(person);
        } else {
            now.get(mark).remove(person);
        }
    }
}
