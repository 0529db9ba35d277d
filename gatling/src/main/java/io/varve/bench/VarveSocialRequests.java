package io.varve.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.FullHttpRequest;
import java.util.List;

/** Varve's API. */
final class VarveSocialRequests extends SocialRequests {
    VarveSocialRequests(String host) {
        super(host);
    }

    /** Makes somebody known; answered 201, or 200 when they are. */
    FullHttpRequest register(String userId) {
        return put("/v1/users/" + userId, "application/json", "{\"displayName\":\"" + userId + "\"}");
    }

    @Override
    FullHttpRequest follow(String userId, String other) {
        return put("/v1/users/" + userId + "/follows/" + other, "application/json", "");
    }

    @Override
    FullHttpRequest write(String postId, String author, String text) {
        return post(
                "/v1/posts", "{\"postId\":\"" + postId + "\",\"author\":\"" + author + "\",\"text\":\"" + text + "\"}");
    }

    /** Answered 200. */
    FullHttpRequest like(String postId, String userId) {
        return put("/v1/posts/" + postId + "/likes/" + userId, "application/json", "");
    }

    @Override
    FullHttpRequest feed(String userId, int limit) {
        return get("/v1/users/" + userId + "/feed?limit=" + limit);
    }

    /** What somebody was told last; answered 200. */
    FullHttpRequest notifications(String userId, int limit) {
        return get("/v1/users/" + userId + "/notifications?limit=" + limit);
    }

    @Override
    List<String> texts(JsonNode feed) {
        return feed.required("items").findValuesAsText("text");
    }
}
