package io.varve.http.social;

import io.varve.http.web.Fields;
import io.varve.http.web.Requests;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * Who acts in a request, or reads, and so the one place where that can be held against who the caller is, once callers prove
 * it. Until then a request names them in its path, query or body.
 *
 * @param id the user who does it
 * @param by who is recorded as the one who asked for it
 */
public record Actor(String id, String by) {
    /** @param field where the request names the user */
    public static Actor named(HttpRequest request, String field, String id) {
        String user = Fields.id(field, id);
        return new Actor(user, Requests.user(request, user));
    }

    /** Of a request that names nobody, because only the author may do it. */
    public static Actor author(HttpRequest request, String author) {
        return named(request, "author", author);
    }

    /**
     * Who reads what is theirs alone, or what may be hidden from others; nothing is recorded of it.
     *
     * @param field where the request names the user
     */
    public static String reader(HttpRequest request, String field, String id) {
        return Fields.id(field, id);
    }
}
