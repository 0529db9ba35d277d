package io.varve.http.web;

import java.util.List;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaType;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** Streams of JSON objects, one a line. */
public final class Ndjson {
    public static final MediaType.WithFixedCharset MEDIA =
            MediaTypes.applicationWithFixedCharset("x-ndjson", HttpCharsets.UTF_8, "ndjson");

    private static final ContentType TYPE = MEDIA.toContentType();

    private Ndjson() {}

    /**
     * A line of a request.
     *
     * @param number from 1
     * @param bytes null when there were too many of them
     */
    public record Line(long number, byte[] bytes) {
        /** @throws ProblemException when the line is too long */
        public byte[] content() {
            if (bytes == null) {
                throw new ProblemException(ProblemType.PAYLOAD_TOO_LARGE, "The line is too long");
            }
            return bytes;
        }
    }

    /**
     * What a line of an answer says about a line of the request.
     *
     * @param repeated true, or absent
     */
    public record Result(long line, int status, Optional<Boolean> repeated, Object body) {
        /** @param instance the path of the request */
        public static Result refused(long line, ProblemException problem, String instance) {
            return new Result(line, problem.type().status(), Optional.empty(), Answers.problemBody(problem, instance));
        }
    }

    /**
     * The lines of a request, together as they arrive; without blank ones, which are counted all the same.
     *
     * @throws ProblemException when the body is of another type
     */
    public static Source<List<Line>, Object> lines(HttpRequest request, int maxLineBytes) {
        if (!request.entity().getContentType().mediaType().toString().equals("application/x-ndjson")) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Type", "The body must be application/x-ndjson");
        }
        return request.entity()
                .getDataBytes()
                .statefulMap(
                        () -> new LineCutter(maxLineBytes),
                        (cutter, bytes) -> Pair.create(cutter, cutter.lines(bytes.toArrayUnsafe())),
                        cutter -> Optional.of(cutter.rest()))
                .filterNot(List::isEmpty);
    }

    /** An answer whose lines are made as they are taken. */
    public static HttpResponse answer(Source<?, ?> lines) {
        return answerTogether(lines.map(List::of));
    }

    /** An answer whose lines are made as they are taken, several at a time. */
    public static HttpResponse answerTogether(Source<? extends List<?>, ?> lines) {
        var bytes = lines.map(together -> ByteString.fromArrayUnsafe(Bodies.writeLines(together)))
                .mapMaterializedValue(any -> (Object) NotUsed.getInstance());
        return HttpResponse.create().withEntity(HttpEntities.create(TYPE, bytes));
    }
}
