package io.varve.read.timeline;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdRelation;
import io.varve.read.crowd.CrowdMember;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Repeating;
import io.varve.read.table.Happened;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Whom those who listen follow, out of the views and, from then on, out of the feed of crowds. */
final class FollowedPeople {
    private final CrowdViews crowds;
    private final AtHand<KnownIds> listeners;

    /**
     * @param mib how much memory it takes
     * @param forgetAfter after what time what is known of one is read anew
     */
    FollowedPeople(CrowdViews crowds, int mib, Duration forgetAfter) {
        this.crowds = crowds;
        listeners = new AtHand<>(mib, forgetAfter, KnownIds.NONE, this::read);
    }

    /** Says of others whether a user follows them now. */
    CompletionStage<Predicate<String>> of(String userId) {
        return listeners.get(userId).thenApply(followed -> followed::has);
    }

    void take(Happened<CrowdEvent> happened) {
        var event = happened.event();
        if (event.relation() == CrowdRelation.FOLLOWERS) {
            boolean follows = event instanceof Joined;
            listeners.change(event.member(), listener -> listener.with(event.subject(), follows));
        }
    }

    private CompletionStage<KnownIds> read(String userId) {
        Set<String> found = new HashSet<>();
        var next = new AtomicReference<>(Optional.of(PageRequest.first(PageRequest.MAX_LIMIT)));
        return Repeating.whileTrue(() -> crowds.subjects(
                                CrowdRelation.FOLLOWERS, userId, next.get().orElseThrow())
                        .thenApply(page -> {
                            page.items().stream().map(CrowdMember::id).forEach(found::add);
                            next.set(page.nextCursor().map(next.get().get()::after));
                            return next.get().isPresent();
                        }))
                .thenApply(done -> new KnownIds(found, Map.of()));
    }
}
