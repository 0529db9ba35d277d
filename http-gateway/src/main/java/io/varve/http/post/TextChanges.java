package io.varve.http.post;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Says how texts became others, word by word. Two texts of a thousand words that have nothing in common take a tenth of a
 * second to compare; so there is only so much work for all that is compared here, and what it is not enough for is told as
 * one piece in place of another.
 */
final class TextChanges {
    /** In squares of the number of words; a change of ten words costs hundreds. */
    private static final long MAX_WORK = 4_000_000;

    /** Around each white space, so that the pieces put together are the text again. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");

    private long workLeft = MAX_WORK;

    /** How a text became another: what went, and what came in its place, between what stayed. */
    List<TextChange> between(String before, String after) {
        var old = List.of(BETWEEN_WORDS.split(before));
        var now = List.of(BETWEEN_WORDS.split(after));
        int shorter = Math.min(old.size(), now.size());
        int head = 0;
        while (head < shorter && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        var changes = new ArrayList<TextChange>();
        add(changes, "equal", old.subList(0, head));
        compare(changes, old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
        add(changes, "equal", old.subList(old.size() - tail, old.size()));
        return changes;
    }

    private void compare(List<TextChange> changes, List<String> old, List<String> now) {
        long words = old.size() + now.size();
        if (words * words > workLeft) {
            add(changes, "delete", old);
            add(changes, "insert", now);
            return;
        }
        workLeft -= words * words;
        int told = 0;
        for (var delta :
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            var gone = delta.getSource();
            add(changes, "equal", old.subList(told, gone.getPosition()));
            add(changes, "delete", gone.getLines());
            add(changes, "insert", delta.getTarget().getLines());
            told = gone.getPosition() + gone.size();
        }
        add(changes, "equal", old.subList(told, old.size()));
    }

    /** What goes is told before what comes in its place. */
    private static void add(List<TextChange> changes, String op, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        int end = changes.size();
        boolean after =
                end > 0 && op.equals("delete") && changes.get(end - 1).op().equals("insert");
        changes.add(after ? end - 1 : end, new TextChange(op, String.join("", words)));
    }
}
