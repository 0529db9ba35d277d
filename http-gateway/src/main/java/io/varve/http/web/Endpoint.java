package io.varve.http.web;

import io.varve.read.query.BadCursorException;
import io.varve.read.query.ViewsUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.marshalling.sse.EventStreamMarshalling;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaType;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.sse.ServerSentEvent;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.scaladsl.model.EntityStreamSizeException;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a function of a request into a route: admission, negotiation, the body, and problems for all that fails. */
public final class Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);
    /** Requests being carried out at a time; more are refused at once instead of queued. */
    private static final int MAX_IN_FLIGHT = 4_096;

    private static final long BODY_TIMEOUT_MILLIS = 10_000;
    private static final List<MediaType> JSON = List.of(MediaTypes.APPLICATION_JSON);

    private final Materializer materializer;
    private final Semaphore admission = new Semaphore(MAX_IN_FLIGHT);

    public Endpoint(Materializer materializer) {
        this.materializer = materializer;
    }

    /** A read: answers JSON, has no body. */
    public Route read(Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
        return answering(MediaTypes.APPLICATION_JSON, handler);
    }

    /** Like {@link #read}, answering another media type. */
    public Route answering(MediaType media, Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
        return answering(List.of(media), (request, chosen) -> handler.apply(request));
    }

    /** Like {@link #read}, answering the media type that the client likes best; of equal ones, the first. */
    public Route answering(
            List<MediaType> offered, BiFunction<HttpRequest, MediaType, CompletionStage<HttpResponse>> handler) {
        return Directives.extractRequest(request -> Directives.completeWithFuture(carryOut(request, offered, handler)));
    }

    /** A command: takes a JSON object and answers JSON. */
    public <T> Route command(Class<T> bodyType, BiFunction<HttpRequest, T, CompletionStage<HttpResponse>> handler) {
        return command(bodyType, MediaTypes.APPLICATION_JSON, handler);
    }

    /** Like {@link #command}, answering another media type. */
    public <T> Route command(
            Class<T> bodyType, MediaType media, BiFunction<HttpRequest, T, CompletionStage<HttpResponse>> handler) {
        return command(JSON, (byte[] body) -> Bodies.read(body, bodyType), media, handler);
    }

    /** Like {@link #command}, with a body that is read in a way of its own, and may have so many bytes. */
    public <T> Route command(
            Function<byte[], T> reader,
            int maxBytes,
            BiFunction<HttpRequest, T, CompletionStage<HttpResponse>> handler) {
        return command(JSON, reader, maxBytes, handler);
    }

    /** Like {@link #command}, with a body of one of these media types. */
    public <T> Route command(
            List<MediaType> taken,
            Function<byte[], T> reader,
            int maxBytes,
            BiFunction<HttpRequest, T, CompletionStage<HttpResponse>> handler) {
        return Directives.withSizeLimit(maxBytes, () -> command(taken, reader, MediaTypes.APPLICATION_JSON, handler));
    }

    private <T> Route command(
            List<MediaType> taken,
            Function<byte[], T> reader,
            MediaType media,
            BiFunction<HttpRequest, T, CompletionStage<HttpResponse>> handler) {
        return answering(media, request -> {
            Requests.allowParameters(request, Set.of());
            var entity = request.entity();
            if (!entity.isKnownEmpty()
                    && !taken.contains(entity.getContentType().mediaType())) {
                var names = taken.stream().map(Object::toString).collect(Collectors.joining(" or "));
                throw new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Type", "The body must be " + names);
            }
            return withBody(request, body -> handler.apply(request, reader.apply(body)));
        });
    }

    /**
     * Takes a body of any type, or none, of so many bytes at most.
     *
     * @param offered what it may answer; empty for an answer without a body
     */
    public Route taking(
            int maxBytes,
            List<MediaType> offered,
            BiFunction<HttpRequest, byte[], CompletionStage<HttpResponse>> handler) {
        return Directives.withSizeLimit(
                maxBytes,
                () -> answering(offered, (request, media) -> withBody(request, body -> handler.apply(request, body))));
    }

    private CompletionStage<HttpResponse> withBody(
            HttpRequest request, Function<byte[], CompletionStage<HttpResponse>> handler) {
        return request.entity()
                .toStrict(BODY_TIMEOUT_MILLIS, materializer)
                // Where the body arrives: a stage without an executor would go through another thread.
                .thenComposeAsync(body -> handler.apply(body.getData().toArrayUnsafe()), Runnable::run);
    }

    /** A stream of Server-Sent Events; empty for 204, at which a browser connects no more. */
    public Route events(Function<HttpRequest, CompletionStage<Optional<Source<ServerSentEvent, NotUsed>>>> handler) {
        return Directives.extractRequest(request -> Directives.onComplete(
                () -> attempt(request, List.of(MediaTypes.TEXT_EVENT_STREAM), (taken, media) -> handler.apply(taken)),
                events -> events.isSuccess()
                        ? events.get()
                                .map(Endpoint::stream)
                                .orElseGet(() -> Directives.complete(StatusCodes.NO_CONTENT))
                        : Directives.complete(Answers.problem(
                                request,
                                problem(request.getUri().path(), events.failed().get())))));
    }

    private static Route stream(Source<ServerSentEvent, NotUsed> events) {
        return Directives.completeOK(events, EventStreamMarshalling.toEventStream());
    }

    private static <T> CompletionStage<T> attempt(
            HttpRequest request,
            List<MediaType> offered,
            BiFunction<HttpRequest, MediaType, CompletionStage<T>> handler) {
        try {
            return handler.apply(request, Negotiation.best(request, offered));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<HttpResponse> carryOut(
            HttpRequest request,
            List<MediaType> offered,
            BiFunction<HttpRequest, MediaType, CompletionStage<HttpResponse>> handler) {
        if (!admission.tryAcquire()) {
            request.discardEntityBytes(materializer);
            var overloaded = new ProblemException(ProblemType.OVERLOADED, "Too many requests are being carried out");
            return CompletableFuture.completedFuture(Answers.problem(request, overloaded));
        }
        return attempt(request, offered, handler).handle((response, failure) -> {
            admission.release();
            if (failure == null) {
                return response;
            }
            request.discardEntityBytes(materializer);
            return Answers.problem(request, problem(request.getUri().path(), failure));
        });
    }

    /** What a failure is to the client; one that is nobody's fault but ours is logged in full and told in brief. */
    public static ProblemException problem(String path, Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ProblemException problem) {
            return problem;
        }
        if (cause instanceof BadCursorException) {
            return ProblemException.invalid("cursor", "cursor is not one of this list");
        }
        if (cause instanceof EntityStreamSizeException tooLarge) {
            return new ProblemException(
                    ProblemType.PAYLOAD_TOO_LARGE, "The body must be at most " + tooLarge.limit() / 1024 + " KiB");
        }
        if (cause instanceof ViewsUnavailableException) {
            LOG.warn("{}: {}", path, cause.getCause().toString());
            return new ProblemException(ProblemType.VIEW_BEHIND, "The views cannot be read at the moment");
        }
        LOG.error("{} failed", path, cause);
        return new ProblemException(ProblemType.INTERNAL_ERROR, "This should not have happened; it has been logged");
    }
}
