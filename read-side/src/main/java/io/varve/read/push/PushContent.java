package io.varve.read.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.varve.node.entity.Json;
import io.varve.node.user.NotificationReason;
import io.varve.node.user.UserEvent.Notified;
import io.varve.read.notification.Wording;
import io.varve.read.table.Kebab;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What the page in the browser gets; far below the 3993 bytes that a push service must take.
 *
 * @param postId null if there is none
 * @param url where it is shown, on the server that the page came from
 */
record PushContent(
        String groupId,
        String reason,
        String subject,
        String postId,
        List<String> actors,
        long count,
        String text,
        String url) {
    /** Of those who did something, so many are called by their names. */
    static final int NAMED = 2;

    /**
     * @param names of the newest who did it, by id
     * @param own whether the post that it is about is the user's
     */
    static PushContent of(Notified told, Map<String, String> names, boolean own) {
        var named = told.actors().stream().limit(NAMED).map(names::get).toList();
        return new PushContent(
                told.groupId(),
                Kebab.of(told.reason()),
                told.subject(),
                told.postId(),
                told.actors(),
                told.count(),
                Wording.of(told.reason(), named, told.count(), own),
                url(told));
    }

    private static String url(Notified told) {
        if (told.reason() == NotificationReason.FOLLOWED) {
            return "/social/user?id=" + encoded(told.actors().get(0));
        }
        return "/social/post?id=" + encoded(told.postId() == null ? told.subject() : told.postId());
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    String json() {
        try {
            return Json.JOURNAL.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + this, e);
        }
    }
}
