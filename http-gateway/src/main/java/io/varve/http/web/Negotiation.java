package io.varve.http.web;

import java.util.Comparator;
import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.MediaType;
import org.apache.pekko.http.javadsl.model.headers.Accept;
import org.apache.pekko.http.scaladsl.server.MediaTypeNegotiator;

/** Which of the media types that a route can answer the client gets (RFC 9110, 12.5.1). */
final class Negotiation {
    private Negotiation() {}

    /**
     * The one that {@code Accept} likes best; of equal ones, and without that header, the first.
     *
     * @param offered empty when there is nothing to choose from, and the answer has no body
     * @throws ProblemException when it allows none of them
     */
    static MediaType best(HttpRequest request, List<MediaType> offered) {
        if (offered.isEmpty() || request.getHeader(Accept.class).isEmpty()) {
            return offered.stream().findFirst().orElse(null);
        }
        // The Java API has no negotiation; each of its types is one of the Scala API, too.
        var negotiator =
                new MediaTypeNegotiator(((org.apache.pekko.http.scaladsl.model.HttpRequest) request).headers());
        return offered.stream()
                .filter(media -> quality(negotiator, media) > 0)
                .max(Comparator.comparingDouble(media -> quality(negotiator, media)))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "Accept",
                        "The answer is "
                                + String.join(
                                        " or ",
                                        offered.stream()
                                                .map(MediaType::toString)
                                                .toList())));
    }

    private static float quality(MediaTypeNegotiator negotiator, MediaType media) {
        return negotiator.qValueFor((org.apache.pekko.http.scaladsl.model.MediaType) media);
    }
}
