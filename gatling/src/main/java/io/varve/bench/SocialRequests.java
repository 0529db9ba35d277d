package io.varve.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.FullHttpRequest;
import java.util.List;

/** What is asked of every system alike about people and posts, in the words of one. */
abstract class SocialRequests extends HttpRequests {
    SocialRequests(String host) {
        super(host);
    }

    /** Lets somebody follow another; answered 200 or 201. */
    abstract FullHttpRequest follow(String userId, String other);

    /** Writes a post; answered 201. */
    abstract FullHttpRequest write(String postId, String author, String text);

    /** The newest items of a feed; answered 200. */
    abstract FullHttpRequest feed(String userId, int limit);

    /** The texts of the items of an answer, in their order. */
    abstract List<String> texts(JsonNode feed);
}
