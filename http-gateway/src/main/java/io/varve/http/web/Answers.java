package io.varve.http.web;

import io.varve.read.query.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.Query;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.japi.Pair;

/** The answers of the gateway, the same way everywhere. */
public final class Answers {
    public static final ContentType PROBLEM_JSON = MediaTypes.applicationWithFixedCharset(
                    "problem+json", HttpCharsets.UTF_8)
            .toContentType();
    private static final int RETRY_AFTER_SECONDS = 1;

    private Answers() {}

    public static HttpResponse json(int status, Object body) {
        return HttpResponse.create().withStatus(status).withEntity(ContentTypes.APPLICATION_JSON, Bodies.write(body));
    }

    /** Marks the answer to a repeat. */
    public static HttpResponse replayed(HttpResponse answer, boolean repeated) {
        return repeated ? answer.addHeader(RawHeader.create("Idempotency-Replayed", "true")) : answer;
    }

    public static HttpResponse withRevision(HttpResponse answer, long revision) {
        return answer.addHeader(RawHeader.create("ETag", "\"" + revision + "\""));
    }

    public static HttpResponse withLocation(HttpResponse answer, String path) {
        return answer.addHeader(RawHeader.create("Location", path));
    }

    public static HttpResponse problem(HttpRequest request, ProblemException problem) {
        var body = Problem.of(problem, request.getUri().path());
        var answer =
                HttpResponse.create().withStatus(problem.type().status()).withEntity(PROBLEM_JSON, Bodies.write(body));
        return problem.type().status() == ProblemType.OVERLOADED.status()
                ? answer.addHeader(RawHeader.create("Retry-After", Integer.toString(RETRY_AFTER_SECONDS)))
                : answer;
    }

    /** The body of a problem on its own, for a line of a bulk answer. */
    public static Problem problemBody(ProblemException problem, String instance) {
        return Problem.of(problem, instance);
    }

    private record PageBody<T>(List<T> items, Optional<String> nextCursor) {}

    /** A page of a list with its link to the next one. */
    public static <T, R> HttpResponse page(HttpRequest request, Page<T> page, Function<T, R> item) {
        return page(
                request,
                new PageBody<>(page.items().stream().map(item).toList(), page.nextCursor()),
                page.nextCursor());
    }

    /** A page whose body is more than its items. */
    public static HttpResponse page(HttpRequest request, Object body, Optional<String> nextCursor) {
        var answer = json(200, body);
        return nextCursor
                .map(cursor -> answer.addHeader(
                        RawHeader.create("Link", "<" + uriWithCursor(request, cursor) + ">; rel=\"next\"")))
                .orElse(answer);
    }

    private static String uriWithCursor(HttpRequest request, String cursor) {
        var uri = request.getUri();
        var parameters = uri.query().toList().stream()
                .filter(parameter -> !parameter.first().equals("cursor"))
                .collect(Collectors.toCollection(ArrayList::new));
        parameters.add(Pair.create("cursor", cursor));
        return uri.path() + "?" + Query.create(parameters).render(HttpCharsets.UTF_8);
    }
}
