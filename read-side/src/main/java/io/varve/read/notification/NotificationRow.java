package io.varve.read.notification;

import io.varve.node.user.NotificationReason;
import io.varve.read.table.None;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads rows of {@code user_notification}. */
final class NotificationRow {
    private NotificationRow() {}

    /** @param readUpTo the user's revision up to which all is read */
    @SuppressWarnings("unchecked") // The table's schema says what the list holds.
    static NotificationView read(Function<String, Object> column, long readUpTo) {
        long revision = (Long) column.apply("revision");
        return new NotificationView(
                column.apply("first_revision").toString(),
                NotificationReason.valueOf(((String) column.apply("reason")).toUpperCase(Locale.ROOT)),
                (String) column.apply("subject"),
                None.readText(column.apply("thread")),
                None.readText(column.apply("post_id")),
                (List<String>) column.apply("actors"),
                (Long) column.apply("count"),
                (Instant) column.apply("at"),
                revision,
                revision <= readUpTo);
    }
}
