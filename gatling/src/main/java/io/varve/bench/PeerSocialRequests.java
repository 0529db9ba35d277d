package io.varve.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.FullHttpRequest;
import java.util.List;

/** The API that a peer is expected to have; people need not be made known, and it finds ids for posts. */
final class PeerSocialRequests extends SocialRequests {
    PeerSocialRequests(String host) {
        super(host);
    }

    @Override
    FullHttpRequest follow(String userId, String other) {
        return post("/users/" + userId + "/follows", "{\"other\":\"" + other + "\"}");
    }

    @Override
    FullHttpRequest write(String postId, String author, String text) {
        return post("/posts", "{\"author\":\"" + author + "\",\"body\":\"" + text + "\"}");
    }

    @Override
    FullHttpRequest feed(String userId, int limit) {
        return get("/users/" + userId + "/feed?limit=" + limit);
    }

    @Override
    List<String> texts(JsonNode feed) {
        return feed.findValuesAsText("body");
    }
}
