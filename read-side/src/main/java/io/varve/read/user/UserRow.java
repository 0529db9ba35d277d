package io.varve.read.user;

import io.varve.node.user.PushSubscription;
import io.varve.node.user.UserCommand.MuteKind;
import io.varve.node.user.UserProfile;
import io.varve.read.table.Kebab;
import io.varve.read.table.None;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A row of {@code user_view}; reads those of the user's lists as well. */
record UserRow(String userId, UserProfile profile, long revision) {
    /** The user; empty while the row lacks the user's first event. */
    static Optional<UserRow> read(Function<String, Object> column) {
        if (column.apply("display_name") == null) {
            return Optional.empty();
        }
        var profile = new UserProfile(
                (String) column.apply("display_name"),
                None.readText(column.apply("bio")).orElse(null));
        return Optional.of(new UserRow((String) column.apply("user_id"), profile, (Long) column.apply("revision")));
    }

    /** @param rows what is muted */
    static Mutes readMutes(List<Function<String, Object>> rows) {
        return new Mutes(targets(rows, MuteKind.USER), targets(rows, MuteKind.THREAD));
    }

    private static Set<String> targets(List<Function<String, Object>> rows, MuteKind kind) {
        return rows.stream()
                .filter(column -> column.apply("kind").equals(Kebab.of(kind)))
                .map(column -> (String) column.apply("target"))
                .collect(Collectors.toSet());
    }

    static Bookmark readBookmark(Function<String, Object> column) {
        return new Bookmark((String) column.apply("post_id"), (Instant) column.apply("since"));
    }

    static PushSubscription readSubscription(Function<String, Object> column) {
        return new PushSubscription(
                (String) column.apply("endpoint"), (String) column.apply("p256dh"), (String) column.apply("auth"));
    }
}
