package io.varve.http.web;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.varve.read.query.PageRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** What the headers and parameters of a request say, checked. */
public final class Requests {
    private static final Pattern WAIT = Pattern.compile("(?:.*,\\s*)?wait=([0-9]{1,4})(?:\\s*,.*)?");
    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,18})\"");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration VIEW_WAIT = Duration.ofSeconds(2);
    private static final int PAGE_LIMIT = 50;
    private static final String ANONYMOUS = "anonymous";
    private static final NoArgGenerator SORTABLE = Generators.timeBasedEpochGenerator();

    private Requests() {}

    public static Optional<String> header(HttpRequest request, String name) {
        return request.getHeader(name).map(HttpHeader::value);
    }

    private static Optional<String> parameter(HttpRequest request, String name) {
        return request.getUri().query().get(name);
    }

    /** Refuses parameters that the route does not have: a misspelt filter must not be taken for none. */
    public static void allowParameters(HttpRequest request, Set<String> names) {
        parameters(request, names);
    }

    /** The same, and what the parameters say, by their names; of one that comes twice, the first. */
    public static Map<String, String> parameters(HttpRequest request, Set<String> names) {
        Map<String, String> values = new HashMap<>();
        for (var parameter : request.getUri().query().toList()) {
            if (!names.contains(parameter.first())) {
                throw new ProblemException(
                        ProblemType.UNKNOWN_FIELD,
                        parameter.first(),
                        "There is no parameter " + parameter.first() + " here");
            }
            values.putIfAbsent(parameter.first(), parameter.second());
        }
        return values;
    }

    public static String user(HttpRequest request) {
        return user(request, ANONYMOUS);
    }

    /** @param otherwise who is asking when the request does not say so */
    public static String user(HttpRequest request, String otherwise) {
        return header(request, "Varve-User")
                .map(user -> Fields.id("Varve-User", user))
                .orElse(otherwise);
    }

    /** The id of a command: the client's key, or a new one for a command that has none. */
    public static String commandId(HttpRequest request) {
        return header(request, "Idempotency-Key")
                .map(key -> commandId(Fields.key("Idempotency-Key", key)))
                .orElseGet(Requests::newCommandId);
    }

    /** Clients' keys have a space of their own: none can be taken for the step of a transfer. */
    public static String commandId(String key) {
        return "key:" + key;
    }

    public static String newCommandId() {
        return "new:" + UUID.randomUUID();
    }

    /** The id that the client gives something, or one that the server makes: of these, later ones sort behind earlier ones. */
    public static String idOrNew(String field, String id) {
        return id == null ? SORTABLE.generate().toString() : Fields.id(field, id);
    }

    /** The revision of {@code If-Match}, or null. */
    public static Long expectedRevision(HttpRequest request) {
        return header(request, "If-Match")
                .map(value -> {
                    Matcher etag = ETAG.matcher(value);
                    if (!etag.matches()) {
                        throw ProblemException.invalid("If-Match", "If-Match must be a revision in double quotes");
                    }
                    return Long.valueOf(etag.group(1));
                })
                .orElse(null);
    }

    /** 0 for whatever is there. */
    public static long minRevision(HttpRequest request) {
        return Fields.number(
                "Varve-Min-Revision", header(request, "Varve-Min-Revision").orElse(null), 0, Long.MAX_VALUE, 0);
    }

    /** How long a read may wait for its revision. */
    public static Duration viewWait(HttpRequest request) {
        return preferredWait(request).orElse(VIEW_WAIT);
    }

    /** What {@code Prefer: wait=} asks for, at most 15 s; other preferences are not ours (RFC 7240). */
    public static Optional<Duration> preferredWait(HttpRequest request) {
        return header(request, "Prefer")
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .map(wait -> Duration.ofSeconds(Long.parseLong(wait.group(1))))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    public static PageRequest page(HttpRequest request) {
        int limit = (int)
                Fields.number("limit", parameter(request, "limit").orElse(null), 1, PageRequest.MAX_LIMIT, PAGE_LIMIT);
        return new PageRequest(limit, parameter(request, "cursor"));
    }

    public static Optional<java.time.Instant> instant(HttpRequest request, String name) {
        return parameter(request, name).map(value -> Fields.instant(name, value));
    }

    public static Optional<String> text(HttpRequest request, String name) {
        return parameter(request, name);
    }

    /** All values of a parameter that may be given several times, or several with commas between them. */
    public static List<String> list(HttpRequest request, String name) {
        return request.getUri().query().toList().stream()
                .filter(parameter -> parameter.first().equals(name))
                .flatMap(parameter -> Stream.of(parameter.second().split(",", -1)))
                .toList();
    }

    /** The {@code Last-Event-ID} of a stream whose ids are no numbers; a browser sends an empty one for none. */
    public static Optional<String> lastEventPosition(HttpRequest request) {
        return header(request, "Last-Event-ID").filter(id -> !id.isEmpty());
    }

    /** 0 when there is none. */
    public static long lastEventId(HttpRequest request) {
        return Fields.number("Last-Event-ID", header(request, "Last-Event-ID").orElse(null), 0, Long.MAX_VALUE, 0);
    }
}
