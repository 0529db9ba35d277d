package io.varve.read.push;

import io.varve.read.push.PushMessage.Target;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of a worker that are underway, or wait to be sent again. Of a group and a browser there is one at a
 * time: an earlier one that came after a later one would take its place.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MAX_MESSAGES = 5_000;
    /** A push service that takes nothing, and may be anybody's, does not fill it alone. */
    static final int MAX_PER_TARGET = 20;

    private final Delivery delivery;
    private final PushRows rows;
    private final Map<Target, Map<String, PushMessage>> newest = new HashMap<>();
    private int messages;
    private volatile boolean stopped;

    Outbox(Delivery delivery, PushRows rows) {
        this.delivery = delivery;
        this.rows = rows;
    }

    /** Messages stay where they are written down, for the next worker. */
    void stop() {
        stopped = true;
    }

    /** Whether a message may be put in, or there are too many already. */
    synchronized boolean hasRoom(PushMessage message) {
        var of = newest.getOrDefault(message.target(), Map.of());
        return of.containsKey(message.groupId()) || messages < MAX_MESSAGES && of.size() < MAX_PER_TARGET;
    }

    /** Sends a message that is written down; if one of its group is underway, after that. */
    void put(PushMessage message) {
        if (add(message)) {
            send(message);
        }
    }

    private synchronized boolean add(PushMessage message) {
        var of = newest.computeIfAbsent(message.target(), target -> new HashMap<>());
        boolean isFirst = !of.containsKey(message.groupId());
        of.merge(message.groupId(), message, (one, other) -> one.revision() >= other.revision() ? one : other);
        messages += isFirst ? 1 : 0;
        return isFirst;
    }

    /** What is to be sent in the place of a message: it, or a later one. */
    private synchronized PushMessage newest(PushMessage message) {
        return newest.get(message.target()).get(message.groupId());
    }

    /** Takes a message out, and gives the later one that has come meanwhile. */
    private synchronized Optional<PushMessage> next(PushMessage message) {
        var of = newest.get(message.target());
        if (!of.remove(message.groupId(), message)) {
            return Optional.of(of.get(message.groupId()));
        }
        messages--;
        if (of.isEmpty()) {
            newest.remove(message.target());
        }
        return Optional.empty();
    }

    private void send(PushMessage message) {
        send(message, 1);
    }

    private void send(PushMessage message, int attempt) {
        if (!stopped) {
            delivery.attempt(message).thenAccept(answer -> answered(message, attempt, answer));
        }
    }

    private void answered(PushMessage message, int attempt, PushAnswer answer) {
        if (answer.kind() == PushAnswer.Kind.LATER) {
            double random = ThreadLocalRandom.current().nextDouble();
            var pause = BackOff.pause(attempt, answer.retryAfter(), random);
            if (pause.isPresent()) {
                CompletableFuture.delayedExecutor(pause.get().toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> again(message, attempt));
                return;
            }
            LOG.info("{} is given up after {} attempts: {}", told(message), attempt, answer.detail());
        } else if (answer.kind() == PushAnswer.Kind.REFUSED) {
            LOG.info("{} is given up: {}", told(message), answer.detail());
        }
        done(message);
    }

    private void again(PushMessage message, int attempt) {
        var next = newest(message);
        if (next.equals(message)) {
            send(message, attempt + 1);
        } else {
            send(next);
        }
    }

    private void done(PushMessage message) {
        rows.delete(message).exceptionally(failure -> {
            LOG.info("{} may be sent once more: {}", told(message), failure.toString());
            return null;
        });
        next(message).ifPresent(this::send);
    }

    /** Whoever has the endpoint can send to the browser: it does not come into a log. */
    private static String told(PushMessage message) {
        var target = message.target();
        return "Push message " + message.revision() + " of " + target.userId() + " to "
                + URI.create(target.endpoint()).getHost();
    }
}
