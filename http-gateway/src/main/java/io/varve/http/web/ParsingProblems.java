package io.varve.http.web;

import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.http.ParsingErrorHandler;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.model.ErrorInfo;
import org.apache.pekko.http.scaladsl.model.StatusCode;
import org.apache.pekko.http.scaladsl.settings.ServerSettings;

/** Problems for what is not even a request of HTTP; the server's configuration names this class. */
public final class ParsingProblems extends ParsingErrorHandler {
    /** Pekko HTTP expects a Scala object, and finds it by this name. */
    public static final ParsingProblems MODULE$ = new ParsingProblems();

    private ParsingProblems() {}

    @Override
    public HttpResponse handle(StatusCode status, ErrorInfo error, LoggingAdapter log, ServerSettings settings) {
        var type = switch (status.intValue()) {
            case 413 -> ProblemType.PAYLOAD_TOO_LARGE;
            case 414 -> ProblemType.URI_TOO_LONG;
            case 431 -> ProblemType.HEADERS_TOO_LARGE;
            default -> ProblemType.BAD_REQUEST;
        };
        var problem = new Problem(type.uri(), type.title(), type.status(), error.summary(), null, "");
        return HttpResponse.create().withStatus(type.status()).withEntity(Answers.PROBLEM_JSON, Bodies.write(problem));
    }
}
