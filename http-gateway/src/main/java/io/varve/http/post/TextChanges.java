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
        var pieces = new Pieces();
        pieces.stay(old.subList(0, head));
        compare(pieces, old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
        pieces.stay(old.subList(old.size() - tail, old.size()));
        return pieces.changes();
    }

    private void compare(Pieces pieces, List<String> old, List<String> now) {
        long words = old.size() + now.size();
        if (words * words > workLeft) {
            pieces.replace(old, now);
            return;
        }
        workLeft -= words * words;
        int told = 0;
        for (var delta :
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            var gone = delta.getSource();
            pieces.stay(old.subList(told, gone.getPosition()));
            pieces.replace(gone.getLines(), delta.getTarget().getLines());
            told = gone.getPosition() + gone.size();
        }
        pieces.stay(old.subList(told, old.size()));
    }

    /**
     * Puts the pieces together. The library finds insertions and deletions one by one and in any order; what happened
     * between two pieces that stayed is told as one: what went, then what came in its place.
     */
    private static final class Pieces {
        private final List<TextChange> changes = new ArrayList<>();
        private final StringBuilder gone = new StringBuilder();
        private final StringBuilder come = new StringBuilder();

        void replace(List<String> old, List<String> now) {
            old.forEach(gone::append);
            now.forEach(come::append);
        }

        void stay(List<String> words) {
            if (!words.isEmpty()) {
                tell("delete", gone);
                tell("insert", come);
                changes.add(new TextChange("equal", String.join("", words)));
            }
        }

        List<TextChange> changes() {
            tell("delete", gone);
            tell("insert", come);
            return changes;
        }

        private void tell(String op, StringBuilder text) {
            if (!text.isEmpty()) {
                changes.add(new TextChange(op, text.toString()));
                text.setLength(0);
            }
        }
    }
}
