package io.varve.http.post;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a text and what became of it when the text was changed.
 *
 * @param op {@code equal}, {@code insert} or {@code delete}
 */
record TextChange(String op, String text) {
    /** Before each word and each white space, so that pieces put together are the text again. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");

    /** How one text became the other, word by word: what went comes before what came in its place. */
    static List<TextChange> between(String before, String after) {
        var old = List.of(BETWEEN_WORDS.split(before));
        var now = List.of(BETWEEN_WORDS.split(after));
        var changes = new ArrayList<TextChange>();
        int told = 0;
        for (var delta :
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            told = tell(changes, old, told, delta);
        }
        add(changes, "equal", old.subList(told, old.size()));
        return changes;
    }

    /** Tells of all up to the end of the delta; up to there the old text is told then. */
    private static int tell(List<TextChange> changes, List<String> old, int told, AbstractDelta<String> delta) {
        var source = delta.getSource();
        add(changes, "equal", old.subList(told, source.getPosition()));
        add(changes, "delete", source.getLines());
        add(changes, "insert", delta.getTarget().getLines());
        return source.getPosition() + source.size();
    }

    private static void add(List<TextChange> changes, String op, List<String> words) {
        if (!words.isEmpty()) {
            changes.add(new TextChange(op, String.join("", words)));
        }
    }
}
