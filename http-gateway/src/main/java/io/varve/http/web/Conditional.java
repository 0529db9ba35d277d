package io.varve.http.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** Answers that a client may have already (RFC 9110, section 13). */
public final class Conditional {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final int TAG_BYTES = 12;

    private Conditional() {}

    /** A tag for exactly these bytes, in double quotes. */
    public static String tagOf(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            var tag = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
            return "\"" + tag + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    /**
     * The answer with its tag and date; without its body, as 304, if the client has it.
     *
     * @param changed when what the answer tells changed last, in whole seconds; empty if that is not known
     */
    public static HttpResponse answer(HttpRequest request, HttpResponse answer, String tag, Optional<Instant> changed) {
        var head = isKnown(request, tag, changed) ? HttpResponse.create().withStatus(304) : answer;
        var tagged = head.addHeader(RawHeader.create("ETag", tag));
        return changed.map(at -> tagged.addHeader(RawHeader.create("Last-Modified", date(at))))
                .orElse(tagged);
    }

    /** What {@code If-None-Match} says counts, if it is there: it is the more precise one. */
    private static boolean isKnown(HttpRequest request, String tag, Optional<Instant> changed) {
        var tags = Requests.header(request, "If-None-Match");
        if (tags.isPresent()) {
            return Stream.of(tags.get().split(","))
                    .map(String::strip)
                    .anyMatch(known ->
                            known.equals("*") || known.replaceFirst("^W/", "").equals(tag));
        }
        var since = Requests.header(request, "If-Modified-Since").flatMap(Conditional::date);
        return since.isPresent() && changed.isPresent() && !changed.get().isAfter(since.get());
    }

    private static String date(Instant at) {
        return HTTP_DATE.format(at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /** What is no date is as good as nothing. */
    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
