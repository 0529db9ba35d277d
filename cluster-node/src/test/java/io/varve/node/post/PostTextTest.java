package io.varve.node.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PostTextTest {
    private static final String LONG = "a".repeat(64);

    private static String[] of(String... words) {
        return words;
    }

    static Stream<Arguments> mentions() {
        return Stream.of(
                Arguments.of("nobody at all", of()),
                Arguments.of("@ann", of("ann")),
                Arguments.of("Hello @ann, (@bob) and \"@carol\"!", of("ann", "bob", "carol")),
                Arguments.of("@ann @bob @ann", of("ann", "bob")),
                Arguments.of("@Ann @ann", of("Ann", "ann")),
                // What ends a sentence is no part of an id, what stands within it is.
                Arguments.of("Ask @ann. Or @b.o-b:1_: or @carol-", of("ann", "b.o-b:1_", "carol")),
                Arguments.of("@ann...", of("ann")),
                // Addresses, and ids of other kinds.
                Arguments.of("mail ann@example.org", of()),
                Arguments.of("urn:@ann a.@bob _@carol", of()),
                Arguments.of("@ann@bob", of("ann")),
                Arguments.of("@@ann", of("ann")),
                Arguments.of("@ ann @.bob @_carol", of()),
                Arguments.of("né@ann 你@bob\n@carol", of("ann", "bob", "carol")),
                Arguments.of("@annę", of("ann")),
                Arguments.of("@" + LONG, of(LONG)),
                Arguments.of("@" + LONG + "a", of()),
                Arguments.of("@" + LONG + ".", of(LONG)));
    }

    @ParameterizedTest
    @MethodSource("mentions")
    void mentions_areTheIdsAfterAnAt(String text, String[] ids) {
        assertThat(PostText.mentions(text)).containsExactly(ids);
    }

    @Test
    void mentions_areTheFirstFifty_eachCountedOnce() {
        var ids = IntStream.range(0, 60).mapToObj(i -> "u" + i).toList();
        String text = ids.stream().map(id -> "@" + id + " @u0 ").collect(Collectors.joining());
        assertThat(PostText.mentions(text)).isEqualTo(ids.subList(0, 50));
    }

    static Stream<Arguments> hashtags() {
        return Stream.of(
                Arguments.of("none # here", of()),
                Arguments.of("#Varve, #layers_2026.", of("varve", "layers_2026")),
                Arguments.of("#varve #VARVE #Varve", of("varve")),
                Arguments.of("(#a)#b #c#d", of("a", "b", "c")),
                Arguments.of("page.html#part v1#2", of()),
                Arguments.of("/#part", of("part")),
                Arguments.of("#2026", of("2026")),
                Arguments.of("#東京 #Москва #हिन्दी #Straße", of("東京", "москва", "हिन्दी", "straße")),
                Arguments.of("#🎉 #a🎉b", of("a")),
                // An emoji is a # too: the keycap.
                Arguments.of("#\uFE0F\u20E3", of()),
                // Composed or not, it is the same word.
                Arguments.of("#Cafe\u0301 #caf\u00E9", of("caf\u00E9")),
                Arguments.of("#" + LONG, of(LONG)),
                Arguments.of("#" + LONG + "a", of()),
                Arguments.of("#" + "𝒜".repeat(64), of("𝒜".repeat(64))));
    }

    @ParameterizedTest
    @MethodSource("hashtags")
    void hashtags_areTheWordsAfterANumberSign(String text, String[] tags) {
        assertThat(PostText.hashtags(text)).containsExactly(tags);
    }

    @Test
    void hashtag_isTheSame_howeverItIsWritten() {
        assertThat(PostText.hashtag("CAFE\u0301")).contains("caf\u00E9");
        // Lower case of an I with a dot has one more mark; what is looked for has it as well.
        assertThat(PostText.hashtags("#\u0130zmir"))
                .containsExactly(PostText.hashtag("\u0130zmir").orElseThrow());
        for (String none : of("", " ", "#a", "a b", "a-b", LONG + "a", "\u0301a")) {
            assertThat(PostText.hashtag(none)).as("'%s'", none).isEmpty();
        }
    }

    /** Every character is looked at a few times at most, whatever the text. */
    @Test
    void text_thatIsMadeToBeSlow_isNot() {
        for (String text : of("@a" + ".".repeat(1_998), "@".repeat(2_000), "@a.".repeat(666), "#".repeat(2_000))) {
            assertThat(PostText.mentions(text).size() + PostText.hashtags(text).size())
                    .isLessThan(2);
        }
    }
}
