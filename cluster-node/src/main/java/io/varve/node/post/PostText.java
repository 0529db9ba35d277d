package io.varve.node.post;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a post's text says by itself: whom it mentions, and its hashtags. */
public final class PostText {
    public static final int MAX_CODE_POINTS = 2_000;

    static final int MAX_HASHTAG_CODE_POINTS = 64;
    /** Each is a user to be asked for and told, so that a text of nothing else would cost hundreds of them. */
    static final int MAX_MENTIONS = 50;
    /** As of every id of ours. */
    private static final int MAX_ID_CHARACTERS = 64;

    /** An @ within an id or an address is no mention; nor is what ends a sentence a part of it. */
    private static final Pattern MENTION =
            Pattern.compile("(?<![A-Za-z0-9._:-])@([A-Za-z0-9](?:[A-Za-z0-9._:-]*[A-Za-z0-9_])?)");

    /** Marks belong to the letters of many scripts; one that follows the # itself makes an emoji of it. */
    private static final String WORD = "[\\p{L}\\p{Nd}_][\\p{L}\\p{M}\\p{Nd}_]*";

    /** The # within an address follows a letter, and is none of ours. */
    private static final Pattern HASHTAG = Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}_])#(" + WORD + ")");

    private static final Pattern HASHTAG_WORD = Pattern.compile(WORD);

    private PostText() {}

    /** The ids of users that the text mentions, known or not, each once and the first of them, in the order of the text. */
    public static List<String> mentions(String text) {
        return MENTION.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(id -> id.length() <= MAX_ID_CHARACTERS)
                .distinct()
                .limit(MAX_MENTIONS)
                .toList();
    }

    /** The hashtags of the text, without # and as {@link #hashtag} has them, each once, in the order of the text. */
    public static List<String> hashtags(String text) {
        return HASHTAG.matcher(text)
                .results()
                .flatMap(found -> hashtag(found.group(1)).stream())
                .distinct()
                .toList();
    }

    /** The hashtag that a word means, however it is written: in lower case, composed (NFC); empty when it is none. */
    public static Optional<String> hashtag(String word) {
        // Lower case may decompose what was composed.
        String tag = normal(normal(word).toLowerCase(Locale.ROOT));
        boolean fits = tag.codePointCount(0, tag.length()) <= MAX_HASHTAG_CODE_POINTS;
        return fits && HASHTAG_WORD.matcher(tag).matches() ? Optional.of(tag) : Optional.empty();
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Those of the first that the second has not. */
    static List<String> without(List<String> first, Collection<String> second) {
        var rest = new ArrayList<>(first);
        rest.removeAll(second);
        return rest;
    }
}
