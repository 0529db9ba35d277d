package io.varve.http.notification;

import io.varve.node.user.NotificationReason;
import io.varve.read.notification.DisplayNames;
import io.varve.read.notification.NotificationView;
import io.varve.read.notification.Wording;
import io.varve.read.post.PostView;
import io.varve.read.timeline.PostItems;
import io.varve.read.user.UserViews;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Makes of what the views know of a notification what people read. */
public final class NotificationTexts {
    private final DisplayNames names;
    private final PostItems posts;

    /**
     * @param users have names
     * @param posts says whose a post is
     */
    public NotificationTexts(UserViews users, PostItems posts) {
        names = new DisplayNames(users);
        this.posts = posts;
    }

    /** @param others how many people did it beside the first of the actors; of comments, as far as they are known */
    public record Item(
            String groupId,
            String reason,
            String subject,
            Optional<String> thread,
            Optional<String> postId,
            List<String> actors,
            long others,
            long count,
            String text,
            Instant at,
            long revision,
            boolean read) {}

    /** The notifications of a user, in their order. */
    public CompletionStage<List<Item>> items(String userId, List<NotificationView> views) {
        var people = views.stream().flatMap(view -> view.actors().stream()).collect(Collectors.toSet());
        var subjects = views.stream().map(NotificationView::subject).collect(Collectors.toSet());
        return names.of(people)
                .thenCombine(
                        posts.posts(subjects),
                        (named, found) -> views.stream()
                                .map(view -> item(userId, view, named, found))
                                .toList());
    }

    private static Item item(
            String userId, NotificationView view, Map<String, String> names, Map<String, PostView> posts) {
        var named = view.actors().stream().map(names::get).toList();
        boolean own = Optional.ofNullable(posts.get(view.subject()))
                .filter(post -> post.head().author().equals(userId))
                .isPresent();
        return new Item(
                view.groupId(),
                view.reason().name().toLowerCase(Locale.ROOT),
                view.subject(),
                view.thread(),
                view.postId(),
                view.actors(),
                view.reason() == NotificationReason.COMMENTED ? named.size() - 1 : view.count() - 1,
                view.count(),
                Wording.of(view.reason(), named, view.count(), own),
                view.at(),
                view.revision(),
                view.read());
    }
}
