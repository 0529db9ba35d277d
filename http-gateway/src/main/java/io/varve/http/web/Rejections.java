package io.varve.http.web;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpMethod;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.ExceptionHandler;
import org.apache.pekko.http.javadsl.server.MethodRejection;
import org.apache.pekko.http.javadsl.server.Rejection;
import org.apache.pekko.http.javadsl.server.RejectionHandler;
import org.apache.pekko.http.javadsl.server.Route;

/** Problems for the requests that no route takes. */
public final class Rejections {
    private Rejections() {}

    public static RejectionHandler rejections() {
        return RejectionHandler.newBuilder()
                .handleAll(MethodRejection.class, Rejections::wrongMethod)
                .handle(
                        Rejection.class,
                        rejection -> problem(new ProblemException(
                                ProblemType.BAD_REQUEST, "The request is not one that this path takes")))
                .handleNotFound(problem(new ProblemException(ProblemType.NOT_FOUND, "There is nothing at this path")))
                .build();
    }

    private static Route wrongMethod(List<MethodRejection> rejections) {
        String allowed = rejections.stream()
                .map(MethodRejection::supported)
                .map(HttpMethod::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        var problem = new ProblemException(ProblemType.METHOD_NOT_ALLOWED, "This path takes " + allowed);
        return Directives.respondWithHeader(RawHeader.create("Allow", allowed), () -> problem(problem));
    }

    public static ExceptionHandler exceptions() {
        return ExceptionHandler.newBuilder()
                .matchAny(failure -> Directives.extractRequest(request -> Directives.complete(Answers.problem(
                        request, Endpoint.problem(request.getUri().path(), failure)))))
                .build();
    }

    private static Route problem(ProblemException problem) {
        return Directives.extractRequest(request -> Directives.complete(Answers.problem(request, problem)));
    }
}
