package io.varve.read.timeline;

import io.varve.node.user.UserCommand.MuteKind;
import io.varve.node.user.UserEvent;
import io.varve.node.user.UserEvent.MuteChanged;
import io.varve.read.table.Happened;
import io.varve.read.user.Mutes;
import io.varve.read.user.UserViews;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What readers of feeds do not want to hear of, out of the views and, from then on, out of the feed of users. */
final class FollowedMutes {
    private final AtHand<State> readers;

    FollowedMutes(UserViews users, FeedsSettings settings) {
        readers = new AtHand<>(
                settings.mutesMib(),
                settings.forgetAfter(),
                State.NOTHING,
                id -> users.mutes(id).thenApply(mutes -> new State(mutes, Map.of(), mutes)));
    }

    CompletionStage<Mutes> of(String userId) {
        return readers.get(userId).thenApply(State::now);
    }

    void take(Happened<UserEvent> happened) {
        if (happened.event() instanceof MuteChanged e) {
            readers.change(happened.entityId(), reader -> reader.with(new Target(e.kind(), e.target()), e.muted()));
        }
    }

    private record Target(MuteKind kind, String id) {}

    /**
     * @param read from the views
     * @param since what the feed has brought
     * @param now both together
     */
    private record State(Mutes read, Map<Target, Boolean> since, Mutes now) implements AtHand.Held<State> {
        static final State NOTHING = of(new Mutes(Set.of(), Set.of()), Map.of());

        static State of(Mutes read, Map<Target, Boolean> since) {
            Set<String> users = new HashSet<>(read.users());
            Set<String> threads = new HashSet<>(read.threads());
            since.forEach((target, muted) -> {
                var of = target.kind() == MuteKind.USER ? users : threads;
                if (muted) {
                    of.add(target.id());
                } else {
                    of.remove(target.id());
                }
            });
            return new State(read, since, new Mutes(users, threads));
        }

        @Override
        public State withRead(State found) {
            return of(found.read, since);
        }

        @Override
        public long bytes() {
            // What was read, and what holds now.
            return 2L * Footprint.ID * (read.users().size() + read.threads().size() + since.size());
        }

        State with(Target target, boolean muted) {
            var all = new HashMap<>(since);
            all.put(target, muted);
            return of(read, Map.copyOf(all));
        }
    }
}
