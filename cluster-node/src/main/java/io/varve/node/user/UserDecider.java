package io.varve.node.user;

import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.Decider;
import io.varve.node.entity.Decision;
import io.varve.node.user.UserCommand.Bookmark;
import io.varve.node.user.UserCommand.Define;
import io.varve.node.user.UserCommand.Look;
import io.varve.node.user.UserCommand.MarkRead;
import io.varve.node.user.UserCommand.Mute;
import io.varve.node.user.UserCommand.MuteKind;
import io.varve.node.user.UserCommand.Subscribe;
import io.varve.node.user.UserCommand.Tell;
import io.varve.node.user.UserCommand.Unsubscribe;
import io.varve.node.user.UserEvent.BookmarkChanged;
import io.varve.node.user.UserEvent.Changed;
import io.varve.node.user.UserEvent.MuteChanged;
import io.varve.node.user.UserEvent.NotificationsRead;
import io.varve.node.user.UserEvent.PushSubscribed;
import io.varve.node.user.UserEvent.PushUnsubscribed;
import io.varve.node.user.UserEvent.Registered;
import io.varve.node.user.UserState.Known;
import io.varve.node.user.UserState.Unknown;
import java.util.List;
import java.util.Optional;

/**
 * A user. Their invariants, at every revision:
 *
 * <ul>
 *   <li>of each event of a source the user was told once, however often and in whatever lots it comes, as long as the
 *       source is among the {@link Notifications#MAX_TOLD} that told something last;
 *   <li>nobody is told of their own acts, nor of those of people and conversations that they muted then;
 *   <li>what was told after the user read is in another group than what was told before.
 * </ul>
 */
final class UserDecider implements Decider<UserCommand, UserEvent, UserState, UserAnswer, UserRefusal> {
    static final int MAX_SUBSCRIPTIONS = 20;
    /** Of people and conversations together. */
    static final int MAX_MUTES = 10_000;

    static final int MAX_BOOKMARKS = 10_000;

    @Override
    public UserState initial(String entityId) {
        return new Unknown(entityId);
    }

    @Override
    public Decision<UserEvent, UserRefusal> decide(UserState state, UserCommand command, CommandMeta meta) {
        if (command instanceof Define define) {
            return define(state, define.profile());
        }
        if (!(state instanceof Known user)) {
            return Decision.refuse(UserRefusal.USER_NOT_FOUND);
        } else if (command instanceof Mute mute) {
            return mute(user, mute);
        } else if (command instanceof Bookmark bookmark) {
            return bookmark(user, bookmark);
        } else if (command instanceof Subscribe subscribe) {
            return subscribe(user, subscribe.subscription());
        } else if (command instanceof Unsubscribe unsubscribe) {
            return unsubscribe(user, unsubscribe);
        } else if (command instanceof Tell tell) {
            return tell(user, tell);
        } else if (command instanceof MarkRead read) {
            return markRead(user, read.upTo());
        } else if (command instanceof Look) {
            return nothing();
        }
        throw new IllegalStateException("unknown command " + command);
    }

    private static Decision<UserEvent, UserRefusal> nothing() {
        return Decision.accept(List.of());
    }

    private static Decision<UserEvent, UserRefusal> define(UserState state, UserProfile profile) {
        if (state instanceof Known user) {
            return user.profile().equals(profile) ? nothing() : Decision.accept(new Changed(user.userId(), profile));
        }
        return Decision.accept(new Registered(userId(state), profile));
    }

    private static Decision<UserEvent, UserRefusal> mute(Known user, Mute mute) {
        if (mute.muted() && mute.kind() == MuteKind.USER && mute.target().equals(user.userId())) {
            return Decision.refuse(UserRefusal.ONESELF);
        }
        if (user.choices().muted(mute.kind()).contains(mute.target()) == mute.muted()) {
            return nothing();
        }
        return mute.muted() && user.choices().mutes() >= MAX_MUTES
                ? Decision.refuse(UserRefusal.TOO_MANY)
                : Decision.accept(new MuteChanged(user.userId(), mute.kind(), mute.target(), mute.muted()));
    }

    private static Decision<UserEvent, UserRefusal> bookmark(Known user, Bookmark bookmark) {
        if (user.choices().bookmarks().contains(bookmark.postId()) == bookmark.kept()) {
            return nothing();
        }
        return bookmark.kept() && user.choices().bookmarks().size() >= MAX_BOOKMARKS
                ? Decision.refuse(UserRefusal.TOO_MANY)
                : Decision.accept(new BookmarkChanged(user.userId(), bookmark.postId(), bookmark.kept()));
    }

    private static Decision<UserEvent, UserRefusal> subscribe(Known user, PushSubscription subscription) {
        var there = user.subscription(subscription.endpoint());
        if (there.isPresent() && there.get().equals(subscription)) {
            return nothing();
        }
        return there.isEmpty() && user.subscriptions().size() >= MAX_SUBSCRIPTIONS
                ? Decision.refuse(UserRefusal.TOO_MANY)
                : Decision.accept(new PushSubscribed(user.userId(), subscription));
    }

    private static Decision<UserEvent, UserRefusal> unsubscribe(Known user, Unsubscribe command) {
        return user.subscription(command.endpoint()).isEmpty()
                ? nothing()
                : Decision.accept(new PushUnsubscribed(user.userId(), command.endpoint(), command.gone()));
    }

    /** What is dropped here is no event: should it come again, it is dropped again. */
    private static Decision<UserEvent, UserRefusal> tell(Known user, Tell tell) {
        if (tell.thread() != null && user.choices().mutedThreads().contains(tell.thread())) {
            return nothing();
        }
        var acts = user.notifications().untold(tell).stream()
                .filter(act -> !act.actor().equals(user.userId()))
                .filter(act -> !user.choices().mutedUsers().contains(act.actor()))
                .toList();
        return acts.isEmpty()
                ? nothing()
                : Decision.accept(user.notifications().tell(user.userId(), tell, acts, user.revision() + 1));
    }

    private static Decision<UserEvent, UserRefusal> markRead(Known user, long upTo) {
        long read = user.notifications().readAfter(upTo);
        return read == user.notifications().readUpTo()
                ? nothing()
                : Decision.accept(new NotificationsRead(user.userId(), read));
    }

    @Override
    public UserState evolve(UserState state, UserEvent event) {
        return UserEvolution.evolve(state, event);
    }

    @Override
    public UserAnswer answer(UserState state) {
        return new UserAnswer(userId(state), state instanceof Known user && user.registered());
    }

    @Override
    public UserAnswer unchanged(UserState state, UserCommand command) {
        return new UserAnswer(userId(state), false);
    }

    private static String userId(UserState state) {
        return state instanceof Known user ? user.userId() : ((Unknown) state).userId();
    }

    /** A refusal leaves no trace, or strangers could fill the journal. */
    @Override
    public Optional<UserRefusal> refusalOf(UserEvent event) {
        return Optional.empty();
    }
}
