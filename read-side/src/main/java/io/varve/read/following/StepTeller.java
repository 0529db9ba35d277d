package io.varve.read.following;

import io.varve.read.feed.FeedPlace;
import io.varve.read.feed.Placed;
import io.varve.read.following.WriteRing.Told;
import io.varve.read.table.Happened;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells writes as they are. */
final class StepTeller<E> implements Teller<E, List<Happened<E>>, Step<E>> {
    @Override
    public List<Step<E>> tell(Told<List<Happened<E>>> write) {
        var events = write.write();
        return List.of(
                new Step<>(StreamPosition.at(write.before()), key(events), events, StreamPosition.at(write.after())));
    }

    @Override
    public StreamPosition tell(Told<List<Happened<E>>> write, StreamPosition from, List<Step<E>> told) {
        return tell(write.place(), write.write(), from, told);
    }

    @Override
    public CompletionStage<StreamPosition> tell(Placed<E> write, StreamPosition from, List<Step<E>> told) {
        return CompletableFuture.completedFuture(tell(write.place().orElseThrow(), write.events(), from, told));
    }

    private static <E> StreamPosition tell(
            FeedPlace place, List<Happened<E>> events, StreamPosition from, List<Step<E>> told) {
        String key = key(events);
        var part = from.begun().get(key);
        var fresh = part == null
                ? events
                : events.stream()
                        .filter(event -> event.revision() >= part.revision())
                        .toList();
        var after = from.with(key, place);
        told.add(new Step<>(from, key, fresh, after));
        return after;
    }

    private static <E> String key(List<Happened<E>> events) {
        return StreamPosition.key(events.get(0).entityId(), events.get(0).revision());
    }
}
