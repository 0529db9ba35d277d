package io.varve.http.tracker;

import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Times and numbers as tracking apps tell them. */
final class DeviceValues {
    private static final Pattern EPOCH = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");
    private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1_000);
    /** A larger number of seconds is one of milliseconds: until 2038, and after it to the devices' cost. */
    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(Integer.MAX_VALUE);

    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final double FULL_CIRCLE = 360;

    private DeviceValues() {}

    /** Seconds or milliseconds since 1970, ISO 8601, or {@code yyyy-MM-dd HH:mm:ss} in UTC. */
    static Instant time(String field, String text) {
        if (EPOCH.matcher(text).matches()) {
            var number = new BigDecimal(text);
            var millis = number.compareTo(MAX_SECONDS) < 0 ? number.multiply(MILLIS_PER_SECOND) : number;
            return Instant.ofEpochMilli(millis.longValue());
        }
        try {
            return LocalDateTime.parse(text, PLAIN).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notPlain) {
            return Fields.instant(field, text);
        }
    }

    /** Null stays null; so does what is no number by the device's own saying. */
    static Double number(String field, String text) {
        if (text == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isNaN(number) ? null : number;
        } catch (NumberFormatException e) {
            throw ProblemException.invalid(field, field + " must be a number");
        }
    }

    /** A speed in some unit, in km/h; less than none is how a device says that it does not know. */
    static Double kmh(Double speed, double kmhPerUnit) {
        return speed == null || speed < 0 ? null : Double.valueOf(speed * kmhPerUnit);
    }

    /** A course in degrees; less than none is how a device says that it does not know, and north has two names. */
    static Double bearing(Double degrees) {
        if (degrees == null || degrees < 0) {
            return null;
        }
        return degrees == FULL_CIRCLE ? Double.valueOf(0) : degrees;
    }
}
