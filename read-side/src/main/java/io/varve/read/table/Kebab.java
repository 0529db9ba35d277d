package io.varve.read.table;

import java.util.Locale;

/** Names as our users read them. */
public final class Kebab {
    private Kebab() {}

    /** {@code NAME_LIKE_THIS} as {@code name-like-this}; what is so already stays. */
    public static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String of(Enum<?> value) {
        return of(value.name());
    }
}
