package io.varve.read.live;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.node.vehicle.VehicleEvent.SignalsRecorded;
import io.varve.read.feed.FeedPlace;
import io.varve.read.following.StreamPosition;
import io.varve.read.following.StreamPosition.Part;
import io.varve.read.table.Happened;
import io.varve.read.vehicle.SignalView;
import java.util.ArrayList;
import java.util.List;

/**
 * The signals of what a vehicle journaled at once, and of what came before it and the feed has lost.
 *
 * @param firstRevision the first event of the write itself
 * @param place where in the feed it is
 */
record VehicleWrite(String vehicleId, long firstRevision, FeedPlace place, List<Recorded> signals) {
    /**
     * A signal in its write.
     *
     * @param revision the event that it is in
     * @param number its number in that event, from 1 on
     */
    record Recorded(long revision, int number, String label, SignalView signal, boolean late) {
        private boolean isIn(Part part) {
            return revision < part.revision() || revision == part.revision() && number <= part.told();
        }
    }

    /**
     * @param label what the vehicle is called now
     * @param lost events before those of the write that are nowhere in the feed; mostly none
     * @param own the events of the write
     */
    static VehicleWrite of(
            FeedPlace place, String label, List<Happened<VehicleEvent>> lost, List<Happened<VehicleEvent>> own) {
        List<Recorded> signals = new ArrayList<>();
        lost.forEach(event -> add(event, label, signals));
        own.forEach(event -> add(event, label, signals));
        var first = own.get(0);
        return new VehicleWrite(first.entityId(), first.revision(), place, signals);
    }

    private static void add(Happened<VehicleEvent> happened, String label, List<Recorded> signals) {
        if (happened.event() instanceof SignalsRecorded event) {
            int number = 0;
            for (var recorded : event.signals()) {
                var view = new SignalView(recorded.signal(), recorded.regions(), event.fleet(), happened.at());
                number++;
                signals.add(new Recorded(happened.revision(), number, label, view, number <= event.late()));
            }
        }
    }

    /**
     * Tells somebody the signals that he has not had, and says where he is then.
     *
     * @param told where to add them
     */
    StreamPosition tell(StreamPosition from, List<LiveSignal> told) {
        String key = StreamPosition.key(vehicleId, firstRevision);
        var part = from.begun().get(key);
        var at = from;
        for (int i = 0; i < signals.size(); i++) {
            var next = signals.get(i);
            if (part == null || !next.isIn(part)) {
                boolean last = i == signals.size() - 1;
                at = last ? from.with(key, place) : at.with(key, new Part(next.revision(), next.number()));
                told.add(new LiveSignal(at.text(), vehicleId, next.label(), next.signal(), next.late()));
            }
        }
        return from.with(key, place);
    }
}
