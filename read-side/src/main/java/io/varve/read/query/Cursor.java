package io.varve.read.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Turns the position in a list into an opaque text, safe in a URL, and back. */
public final class Cursor {
    /** No id and no number of ours holds this character. */
    private static final String SEPARATOR = "|";

    private static final int MAX_LENGTH = 512;

    private Cursor() {}

    /** @param list the name of the list, so that a cursor of another list is recognised */
    public static String encode(String list, Object... position) {
        var text = new StringBuilder(list);
        for (var part : position) {
            text.append(SEPARATOR).append(part);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The parts of the position.
     *
     * @throws BadCursorException if the text is not a cursor of that list with that many parts
     */
    public static List<String> decode(String list, int parts, String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw new BadCursorException();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var all = List.of(text.split("\\|", -1));
            if (all.size() != parts + 1 || !all.get(0).equals(list)) {
                throw new BadCursorException();
            }
            return all.subList(1, all.size());
        } catch (IllegalArgumentException notBase64) {
            throw new BadCursorException();
        }
    }

    /** @throws BadCursorException if the part is not a whole number of zero or more */
    public static long number(String part) {
        try {
            long number = Long.parseLong(part);
            if (number < 0) {
                throw new BadCursorException();
            }
            return number;
        } catch (NumberFormatException e) {
            throw new BadCursorException();
        }
    }
}
