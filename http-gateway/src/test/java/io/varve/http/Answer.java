package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An answer of the gateway, held against the contract already. */
record Answer(String to, int status, HttpHeaders headers, byte[] body) {
    static final ObjectMapper JSON = new ObjectMapper();

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(this + " is not JSON", e);
        }
    }

    String text(String field) {
        return json().path(field).asText(null);
    }

    long number(String field) {
        var value = json().path(field);
        assertThat(value.isIntegralNumber()).as(field + " of " + this).isTrue();
        return value.longValue();
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    boolean replayed() {
        return header("Idempotency-Replayed").filter("true"::equals).isPresent();
    }

    Answer expect(int expected) {
        assertThat(status).as(toString()).isEqualTo(expected);
        return this;
    }

    /** Expects a problem of the type, such as {@code insufficient-funds}. */
    Answer expectProblem(int expected, String type) {
        expect(expected);
        assertThat(text("type")).as(toString()).isEqualTo("urn:varve:problem:" + type);
        assertThat(number("status")).as(toString()).isEqualTo(expected);
        assertThat(header("Content-Type").orElse("")).as(toString()).startsWith("application/problem+json");
        return this;
    }

    @Override
    public String toString() {
        return to + " -> " + status + " " + new String(body, StandardCharsets.UTF_8);
    }
}
