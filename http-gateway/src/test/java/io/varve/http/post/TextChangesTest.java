package io.varve.http.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextChangesTest {
    private final TextChanges changes = new TextChanges();

    private String shown(String before, String after) {
        return changes.between(before, after).stream()
                .map(change -> change.op() + "[" + change.text() + "]")
                .collect(Collectors.joining(" "));
    }

    @Test
    void changedWords_areToldBetweenThoseThatStayed() {
        assertThat(shown("The red layer", "The grey layer"))
                .isEqualTo("equal[The ] delete[red] insert[grey] equal[ layer]");
        assertThat(shown("a b c d e", "a x c y e"))
                .isEqualTo("equal[a ] delete[b] insert[x] equal[ c ] delete[d] insert[y] equal[ e]");
        assertThat(shown("one", "one two")).isEqualTo("equal[one] insert[ two]");
        assertThat(shown("one two", "two")).isEqualTo("delete[one ] equal[two]");
        assertThat(shown("a a a", "a a")).isEqualTo("equal[a a] delete[ a]");
    }

    @Property
    void pieces_makeBothTexts(
            @ForAll @CharRange(from = 'a', to = 'c') @Chars({' ', '\n'}) String before,
            @ForAll @CharRange(from = 'a', to = 'c') @Chars({' ', '\n'}) String after) {
        var told = new TextChanges().between(before, after);
        assertThat(text(told, "insert")).isEqualTo(before);
        assertThat(text(told, "delete")).isEqualTo(after);
        assertInOrder(told);
    }

    /** Words, since letters alone hardly ever make more than one of them. */
    @Property
    void whatWent_isToldOnce_andBeforeWhatCameInItsPlace(
            @ForAll List<@IntRange(min = 0, max = 3) Integer> before,
            @ForAll List<@IntRange(min = 0, max = 3) Integer> after) {
        assertInOrder(new TextChanges().between(spaced(before), spaced(after)));
    }

    private static String spaced(List<Integer> words) {
        return words.stream().map(word -> "abcd".substring(word, word + 1)).collect(Collectors.joining(" "));
    }

    private static void assertInOrder(List<TextChange> told) {
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i - 1).op() + " " + told.get(i).op())
                    .as(told.toString())
                    .isIn("equal delete", "equal insert", "delete insert", "delete equal", "insert equal");
        }
    }

    private static String text(List<TextChange> changes, String without) {
        return changes.stream()
                .filter(change -> !change.op().equals(without))
                .map(TextChange::text)
                .collect(Collectors.joining());
    }

    /** A history of a hundred rewritten texts would take ten seconds. */
    @Test
    void tooMuchWork_isToldInBrief() {
        String before = words(0x4e00);
        String after = words(0x5e00);
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(text(changes.between(before, after), "insert")).isEqualTo(before);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(changes.between(before, after))
                .containsExactly(new TextChange("delete", before), new TextChange("insert", after));
    }

    private static String words(int from) {
        return IntStream.range(from, from + 900).mapToObj(Character::toString).collect(Collectors.joining(" "));
    }
}
