package io.varve.gatling;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What a run may be told by {@code -Dname=value}; every simulation names the ones it reads in gatling/README.md. */
public final class Settings {
    private Settings() {}

    /** The gateways to talk to: {@code -DbaseUrl=http://127.0.0.1:8080,http://127.0.0.1:8081}. */
    public static List<String> baseUrls() {
        return Arrays.stream(text("baseUrl", "http://127.0.0.1:8080").split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .toList();
    }

    /** A text setting, or its default when it is absent or empty. */
    public static String text(String name, String fallback) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? fallback : value;
    }

    /** A whole number of at least {@code least}; anything else is refused before any load is made. */
    public static int number(String name, int fallback, int least) {
        String value = text(name, Integer.toString(fallback));
        int number;
        try {
            number = Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-D" + name + " is not a whole number: " + value, e);
        }
        if (number < least) {
            throw new IllegalArgumentException("-D" + name + " is at least " + least + ", not " + number);
        }
        return number;
    }

    /** A number of seconds of at least one. */
    public static Duration seconds(String name, int fallback) {
        return Duration.ofSeconds(number(name, fallback, 1));
    }

    /** Tells the data of one run from that of another, so that a run may be repeated on a store that already has data. */
    public static String runId() {
        return text("runId", Long.toString(System.currentTimeMillis(), Character.MAX_RADIX));
    }
}
