package io.varve.node.user;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** The life stages of a user. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = UserState.Unknown.class, name = "unknown"),
    @JsonSubTypes.Type(value = UserState.Known.class, name = "known")
})
sealed interface UserState {
    record Unknown(String userId) implements UserState {}

    /**
     * @param revision of the last event; a user reads up to a revision, so the state has to know it
     * @param registered true when the last event made the user known
     * @param subscriptions in the order in which they were made
     */
    record Known(
            String userId,
            long revision,
            boolean registered,
            UserProfile profile,
            Choices choices,
            List<PushSubscription> subscriptions,
            Notifications notifications)
            implements UserState {

        Optional<PushSubscription> subscription(String endpoint) {
            return subscriptions.stream()
                    .filter(subscription -> subscription.endpoint().equals(endpoint))
                    .findFirst();
        }

        /** After one more event. */
        Known with(UserProfile now) {
            return new Known(userId, revision + 1, false, now, choices, subscriptions, notifications);
        }

        /** After one more event. */
        Known with(Choices now) {
            return new Known(userId, revision + 1, false, profile, now, subscriptions, notifications);
        }

        /** After one more event. */
        Known with(List<PushSubscription> now) {
            return new Known(userId, revision + 1, false, profile, choices, List.copyOf(now), notifications);
        }

        /** After one more event. */
        Known with(Notifications now) {
            return new Known(userId, revision + 1, false, profile, choices, subscriptions, now);
        }
    }
}
