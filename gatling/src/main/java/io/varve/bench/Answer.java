package io.varve.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.netty.buffer.ByteBufInputStream;
import io.netty.handler.codec.http.FullHttpResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * An answer that has been read.
 *
 * @param body a missing node when there is none
 */
record Answer(int status, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(FullHttpResponse response) {
        try (InputStream in = new ByteBufInputStream(response.content())) {
            JsonNode body = response.content().isReadable() ? JSON.readTree(in) : MissingNode.getInstance();
            return new Answer(response.status().code(), body);
        } catch (IOException e) {
            throw new IllegalStateException("an answer that is no JSON", e);
        }
    }
}
