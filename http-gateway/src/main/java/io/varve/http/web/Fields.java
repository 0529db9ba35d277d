package io.varve.http.web;

import com.ethlo.time.ITU;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The checks of the fields of a request; each names the field that it refuses. */
public final class Fields {
    public static final int MAX_DESCRIPTION = 500;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
    /** Longer than a client's: the server derives ids, of reversals for instance, from clients' ids. */
    private static final Pattern PATH_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,95}");

    private static final Pattern ENTITY_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}");

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final int MAX_OWNER = 128;
    private static final int MAX_TEXTS = 32;
    private static final int MAX_TEXT_NAME = 64;
    private static final double MIN_LIMIT_KMH = 1;
    private static final double MAX_LIMIT_KMH = 1_000;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Fields() {}

    public static <T> T required(String field, T value) {
        if (value == null) {
            throw ProblemException.invalid(field, field + " is missing");
        }
        return value;
    }

    public static String id(String field, String value) {
        return matching(field, value, ID, "must be 1 to 64 letters, digits and . _ : -, the first a letter or digit");
    }

    /** An id in a path, which may be one that the server made. */
    public static String pathId(String field, String value) {
        return matching(
                field, value, PATH_ID, "must be 1 to 96 letters, digits and . _ : -, the first a letter or digit");
    }

    /** The id of any entity, also of those that the server makes of several ids. */
    public static String entityId(String field, String value) {
        return matching(
                field, value, ENTITY_ID, "must be 1 to 128 letters, digits and . _ : - ~, the first a letter or digit");
    }

    public static String key(String field, String value) {
        return matching(field, value, KEY, "must be 1 to 128 visible ASCII characters");
    }

    private static String matching(String field, String value, Pattern pattern, String rule) {
        if (!pattern.matcher(required(field, value)).matches()) {
            throw ProblemException.invalid(field, field + " " + rule);
        }
        return value;
    }

    public static long amountMinor(String field, Long value) {
        if (required(field, value) <= 0) {
            throw ProblemException.invalid(field, field + " must be an integer from 1 to " + Long.MAX_VALUE);
        }
        return value;
    }

    /** Null is no overdraft. */
    public static long overdraftLimitMinor(Long value) {
        if (value != null && value < 0) {
            throw ProblemException.invalid(
                    "overdraftLimitMinor", "overdraftLimitMinor must be an integer from 0 to " + Long.MAX_VALUE);
        }
        return value == null ? 0 : value;
    }

    public static String currency(String value) {
        if (!CURRENCIES.contains(required("currency", value))) {
            throw ProblemException.invalid("currency", "currency must be a currency code of ISO 4217");
        }
        return value;
    }

    public static String owner(String value) {
        return name("owner", value, MAX_OWNER);
    }

    /** What people call something. */
    public static String name(String field, String value, int maxLength) {
        notBlank(field, value);
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid(field, field + " must not have control characters");
        }
        return text(field, value, maxLength);
    }

    /** What people write, over several lines if they like. */
    public static String prose(String field, String value, int maxLength) {
        notBlank(field, value);
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw ProblemException.invalid(
                    field, field + " must not have control characters other than line feeds and tabs");
        }
        return text(field, value, maxLength);
    }

    private static void notBlank(String field, String value) {
        if (required(field, value).codePoints().noneMatch(Fields::isVisible)) {
            throw ProblemException.invalid(field, field + " must not be blank");
        }
    }

    /** False for what leaves no ink: also for spaces that do not break, and for those of no width. */
    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }

    public static String description(String value) {
        return value == null ? null : text("description", value, MAX_DESCRIPTION);
    }

    private static String text(String field, String value, int maxLength) {
        if (value.codePointCount(0, value.length()) > maxLength) {
            throw ProblemException.invalid(field, field + " must have at most " + maxLength + " characters");
        }
        boolean broken = value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (broken || value.indexOf('\0') >= 0) {
            throw ProblemException.invalid(field, field + " must be well-formed Unicode without NUL");
        }
        return value;
    }

    /** Null stays null. */
    public static Map<String, String> metadata(Map<String, String> value) {
        return texts("metadata", value);
    }

    /** Texts by name; null stays null. */
    public static Map<String, String> texts(String field, Map<String, String> value) {
        if (value == null) {
            return null;
        }
        if (value.size() > MAX_TEXTS) {
            throw ProblemException.invalid(field, field + " must have at most " + MAX_TEXTS + " names");
        }
        value.forEach((name, text) -> {
            if (name.isBlank()) {
                throw ProblemException.invalid(field, field + " must not have a blank name");
            }
            text(field, name, MAX_TEXT_NAME);
            text(field + "." + name, required(field + "." + name, text), MAX_DESCRIPTION);
        });
        return value;
    }

    /** Null stays null. */
    public static Instant instant(String field, String value) {
        if (value == null) {
            return null;
        }
        try {
            var instant = ITU.parseDateTime(value).toInstant();
            if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Told below, like a time that no calendar of ours reaches.
        }
        throw ProblemException.invalid(
                field, field + " must be a time of ISO 8601 such as 2025-03-01T09:30:00Z, of the years 1 to 9999");
    }

    /** A number of a range, both ends included; null stays null. */
    public static Double within(String field, Double value, double min, double max) {
        // NaN is in no range.
        if (value != null && !(value >= min && value <= max)) {
            throw ProblemException.invalid(field, field + " must be a number from " + shown(min) + " to " + shown(max));
        }
        return value;
    }

    /** A limit in km/h; null stays null. */
    public static Double speedLimitKmh(String field, Double value) {
        return within(field, value, MIN_LIMIT_KMH, MAX_LIMIT_KMH);
    }

    private static String shown(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    /** A whole number in a parameter or header; null becomes the default. */
    public static long number(String field, String value, long min, long max, long otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw ProblemException.invalid(field, field + " must be an integer from " + min + " to " + max);
    }
}
