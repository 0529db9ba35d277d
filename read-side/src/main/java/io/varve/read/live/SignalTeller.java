package io.varve.read.live;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.feed.FeedPlace;
import io.varve.read.feed.Following;
import io.varve.read.feed.Placed;
import io.varve.read.following.StreamPosition;
import io.varve.read.following.Teller;
import io.varve.read.following.WriteRing;
import io.varve.read.table.Happened;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells the signals of vehicles, also those that the feed has lost. */
final class SignalTeller implements Teller<VehicleEvent, SignalTeller.Told, LiveSignal> {
    private final Following<VehicleEvent> following;
    private final Fleet fleet;

    /** @param signals what the write tells those who have had exactly what lies before it */
    record Told(VehicleWrite write, List<LiveSignal> signals) {}

    SignalTeller(Following<VehicleEvent> following, Fleet fleet) {
        this.following = following;
        this.fleet = fleet;
    }

    @Override
    public List<LiveSignal> tell(WriteRing.Told<Told> write) {
        return write.write().signals();
    }

    @Override
    public StreamPosition tell(WriteRing.Told<Told> write, StreamPosition from, List<LiveSignal> told) {
        return write.write().write().tell(from, told);
    }

    @Override
    public CompletionStage<StreamPosition> tell(
            Placed<VehicleEvent> write, StreamPosition from, List<LiveSignal> told) {
        var place = write.place().orElseThrow();
        var first = write.events().get(0);
        var part = from.begun().get(StreamPosition.key(first.entityId(), first.revision()));
        if (part == null || part.revision() >= first.revision()) {
            return CompletableFuture.completedFuture(tell(place, List.of(), write.events(), from, told));
        }
        // The part ends in what the feed has lost, which was told together with this write.
        return following
                .missing(first.entityId(), part.revision(), first.revision() - 1, from.mark())
                .thenApply(missing -> {
                    var lost = missing.stream()
                            .filter(each -> each.place().isEmpty())
                            .flatMap(each -> each.events().stream())
                            .toList();
                    return tell(place, lost, write.events(), from, told);
                });
    }

    private StreamPosition tell(
            FeedPlace place,
            List<Happened<VehicleEvent>> lost,
            List<Happened<VehicleEvent>> own,
            StreamPosition from,
            List<LiveSignal> told) {
        var label = fleet.label(own.get(0).entityId());
        return VehicleWrite.of(place, label, lost, own).tell(from, told);
    }
}
