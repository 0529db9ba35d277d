package io.varve.read.notification;

import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.util.concurrent.CompletionStage;

/** What users were told. */
public interface NotificationViews {
    /**
     * The groups of a user, the one that began last first.
     *
     * @throws io.varve.read.query.BadCursorException if the cursor is not of this list
     */
    CompletionStage<Page<NotificationView>> notifications(String userId, PageRequest page);

    /** How many groups the user has not seen all of. */
    CompletionStage<Long> unread(String userId);
}
