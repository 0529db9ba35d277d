package io.varve.http;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Holds requests and answers against {@code openapi.yaml}. */
final class Contract {
    static final String TEXT = read("openapi.yaml");
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(TEXT).build();

    private Contract() {}

    private static String read(String resource) {
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void checkRequest(String method, URI uri, HttpHeaders headers, byte[] body) {
        var request = new SimpleRequest.Builder(Request.Method.valueOf(method), uri.getPath());
        headers.map().forEach(request::withHeader);
        if (uri.getRawQuery() != null) {
            for (String parameter : uri.getRawQuery().split("&")) {
                String[] pair = parameter.split("=", 2);
                request.withQueryParam(decoded(pair[0]), decoded(pair[1]));
            }
        }
        if (body.length > 0) {
            request.withBody(new String(body, StandardCharsets.UTF_8));
        }
        check("request " + method + " " + uri, VALIDATOR.validateRequest(request.build()));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static void checkAnswer(String method, URI uri, int status, HttpHeaders headers, byte[] body) {
        var response = SimpleResponse.Builder.status(status);
        headers.map().forEach(response::withHeader);
        if (body.length > 0) {
            response.withBody(new String(body, StandardCharsets.UTF_8));
        }
        check(
                "answer " + status + " to " + method + " " + uri + ": " + new String(body, StandardCharsets.UTF_8),
                VALIDATOR.validateResponse(uri.getPath(), Request.Method.valueOf(method), response.build()));
    }

    private static void check(String what, ValidationReport report) {
        if (report.hasErrors()) {
            throw new AssertionError(report.getMessages().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining("\n", "against the contract: " + what + "\n", "")));
        }
    }
}
