package io.varve.bench;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Requests of one kind, made when they are sent.
 *
 * @param done which answers count
 */
record Calls(Iterator<FullHttpRequest> requests, Predicate<FullHttpResponse> done) {
    /** Requests without an end, which count when they are answered with a status. */
    static Calls endless(Supplier<FullHttpRequest> request, int status) {
        return endless(request, answer -> answer.status().code() == status);
    }

    static Calls endless(Supplier<FullHttpRequest> request, Predicate<FullHttpResponse> done) {
        return new Calls(Stream.generate(request).iterator(), done);
    }
}
