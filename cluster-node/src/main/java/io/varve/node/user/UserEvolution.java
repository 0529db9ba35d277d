package io.varve.node.user;

import io.varve.node.user.UserEvent.BookmarkChanged;
import io.varve.node.user.UserEvent.Changed;
import io.varve.node.user.UserEvent.MuteChanged;
import io.varve.node.user.UserEvent.NotificationsRead;
import io.varve.node.user.UserEvent.Notified;
import io.varve.node.user.UserEvent.PushSubscribed;
import io.varve.node.user.UserEvent.PushUnsubscribed;
import io.varve.node.user.UserEvent.Registered;
import io.varve.node.user.UserState.Known;
import java.util.ArrayList;
import java.util.List;

/** The evolve table of {@link UserDecider}. */
final class UserEvolution {
    private UserEvolution() {}

    static UserState evolve(UserState state, UserEvent event) {
        if (event instanceof Registered e) {
            return new Known(e.userId(), 1, true, e.profile(), Choices.NONE, List.of(), Notifications.NONE);
        }
        var user = (Known) state;
        if (event instanceof Changed e) {
            return user.with(e.profile());
        } else if (event instanceof MuteChanged e) {
            return user.with(user.choices().after(e));
        } else if (event instanceof BookmarkChanged e) {
            return user.with(user.choices().after(e));
        } else if (event instanceof PushSubscribed e) {
            var all = without(user.subscriptions(), e.subscription().endpoint());
            all.add(e.subscription());
            return user.with(all);
        } else if (event instanceof PushUnsubscribed e) {
            return user.with(without(user.subscriptions(), e.endpoint()));
        } else if (event instanceof Notified e) {
            return user.with(user.notifications().after(e, user.revision() + 1));
        } else if (event instanceof NotificationsRead e) {
            return user.with(user.notifications().after(e));
        }
        throw new IllegalStateException("unknown event " + event);
    }

    private static List<PushSubscription> without(List<PushSubscription> subscriptions, String endpoint) {
        var rest = new ArrayList<>(subscriptions);
        rest.removeIf(subscription -> subscription.endpoint().equals(endpoint));
        return rest;
    }
}
