package io.varve.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;

/** Requests to one host. */
class HttpRequests {
    private static final String JSON = "application/json";

    private final String host;

    HttpRequests(String host) {
        this.host = host;
    }

    final FullHttpRequest get(String path) {
        return request(HttpMethod.GET, path, JSON, "");
    }

    final FullHttpRequest post(String path, String json) {
        return request(HttpMethod.POST, path, JSON, json);
    }

    final FullHttpRequest put(String path, String contentType, String body) {
        return request(HttpMethod.PUT, path, contentType, body);
    }

    private FullHttpRequest request(HttpMethod method, String path, String contentType, String body) {
        ByteBuf content = body.isEmpty() ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body.getBytes(UTF_8));
        FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, path, content);
        request.headers().set(HttpHeaderNames.HOST, host);
        if (!body.isEmpty()) {
            request.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, contentType)
                    .set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
        }
        return request;
    }
}
