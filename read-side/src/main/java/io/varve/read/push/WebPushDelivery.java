package io.varve.read.push;

import io.varve.node.entity.Outcome;
import io.varve.node.user.PushSubscription;
import io.varve.node.user.UserCommand.Unsubscribe;
import io.varve.node.user.Users;
import io.varve.read.push.PushAnswer.Kind;
import io.varve.read.user.UserViews;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers by Web Push; a browser that is gone is taken out. */
final class WebPushDelivery implements Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(WebPushDelivery.class);
    private static final String BY = "push";

    private final UserViews views;
    private final Users users;
    private final Sealer sealer;
    private final PushClient client;
    private final Clock clock;

    WebPushDelivery(UserViews views, Users users, Sealer sealer, PushClient client, Clock clock) {
        this.views = views;
        this.users = users;
        this.sealer = sealer;
        this.client = client;
        this.clock = clock;
    }

    /** Whoever has unsubscribed meanwhile gets nothing more. */
    @Override
    public CompletionStage<PushAnswer> attempt(PushMessage message) {
        return views.subscriptions(message.target().userId())
                .thenApply(found -> found.stream()
                        .filter(each -> each.endpoint().equals(message.target().endpoint()))
                        .findFirst())
                // Sealing takes a millisecond of a processor, which the driver's threads do not have.
                .thenComposeAsync(subscription -> send(message, subscription))
                .exceptionally(failure -> PushAnswer.of(Kind.LATER, failure.toString()));
    }

    private CompletionStage<PushAnswer> send(PushMessage message, Optional<PushSubscription> to) {
        var left = message.left(clock.instant());
        if (to.isEmpty() || left.isZero()) {
            return done(PushAnswer.of(Kind.REFUSED, to.isEmpty() ? "not subscribed" : "too late"));
        }
        try {
            return client.send(sealer.seal(message, to.get(), left)).thenCompose(answer -> gone(message, answer));
        } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            return done(PushAnswer.of(Kind.REFUSED, e.toString()));
        }
    }

    /** Should that fail, the next message finds the browser gone as well. */
    private CompletionStage<PushAnswer> gone(PushMessage message, PushAnswer answer) {
        if (answer.kind() != Kind.GONE) {
            return done(answer);
        }
        var target = message.target();
        var id = "gone:"
                + UUID.nameUUIDFromBytes(
                        (target.endpoint() + " " + message.revision()).getBytes(StandardCharsets.UTF_8));
        return users.submit(target.userId(), id, BY, null, new Unsubscribe(target.endpoint(), true))
                .thenApply(outcome -> {
                    if (outcome instanceof Outcome.Failed<?, ?> failed) {
                        LOG.info("{}: a browser that is gone stays: {}", target.userId(), failed.failure());
                    }
                    return answer;
                });
    }

    private static CompletionStage<PushAnswer> done(PushAnswer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
