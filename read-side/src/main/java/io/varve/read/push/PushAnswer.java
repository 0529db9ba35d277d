package io.varve.read.push;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What became of sending a message once.
 *
 * @param detail for the log
 * @param retryAfter how long the push service asks us to wait at least
 */
record PushAnswer(Kind kind, String detail, Optional<Duration> retryAfter) {
    enum Kind {
        /** The push service has it. */
        TAKEN,
        /** There is no such browser any more. */
        GONE,
        /** It may go better later. */
        LATER,
        /** It may not be sent, and trying again would change nothing. */
        REFUSED
    }

    static PushAnswer of(Kind kind, String detail) {
        return new PushAnswer(kind, detail, Optional.empty());
    }

    /** @param retryAfter the header, or null */
    static PushAnswer ofStatus(int status, String retryAfter, Instant now) {
        return new PushAnswer(kindOf(status), "status " + status, readRetryAfter(retryAfter, now));
    }

    private static Kind kindOf(int status) {
        if (status >= 200 && status < 300) {
            return Kind.TAKEN;
        } else if (status == 404 || status == 410) {
            return Kind.GONE;
        }
        // Whatever else it says, today it may be out of order, or set up wrongly.
        return Kind.LATER;
    }

    /** Seconds, or a date (RFC 9110); what is neither says nothing. */
    private static Optional<Duration> readRetryAfter(String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    header.strip().matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(header.strip()))
                            : Duration.between(
                                    now,
                                    ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                            .toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
