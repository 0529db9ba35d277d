package io.varve.read.live;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.node.vehicle.VehicleEvent.SignalsRecorded;
import io.varve.read.feed.FeedPlace;
import io.varve.read.live.LivePosition.Part;
import io.varve.read.table.Happened;
import io.varve.read.vehicle.SignalView;
import java.util.ArrayList;
import java.util.List;

/**
 * The signals of what a vehicle journaled at once.
 *
 * @param place where in the feed it is
 */
record VehicleWrite(String vehicleId, FeedPlace place, List<Recorded> signals) {
    /**
     * A signal in its write.
     *
     * @param revision the event that it is in
     * @param number its number in that event, from 1 on
     */
    record Recorded(long revision, int number, String label, SignalView signal, boolean late) {
        private boolean isIn(Part part) {
            return revision < part.revision() || revision == part.revision() && number <= part.signals();
        }
    }

    /** @param label what the vehicle is called now */
    static VehicleWrite of(String vehicleId, FeedPlace place, String label, List<Happened<VehicleEvent>> events) {
        List<Recorded> signals = new ArrayList<>();
        for (var happened : events) {
            if (happened.event() instanceof SignalsRecorded event) {
                int number = 0;
                for (var recorded : event.signals()) {
                    var view = new SignalView(recorded.signal(), recorded.regions(), event.fleet(), happened.at());
                    number++;
                    signals.add(new Recorded(happened.revision(), number, label, view, number <= event.late()));
                }
            }
        }
        return new VehicleWrite(vehicleId, place, signals);
    }

    /**
     * Tells somebody the signals that he has not had, and says where he is then.
     *
     * @param told where to add them
     */
    LivePosition tell(LivePosition from, List<LiveSignal> told) {
        var part = from.begun().get(vehicleId);
        var at = from;
        for (int i = 0; i < signals.size(); i++) {
            var next = signals.get(i);
            if (part == null || !next.isIn(part)) {
                boolean last = i == signals.size() - 1;
                at = last ? from.with(vehicleId, place) : at.with(vehicleId, new Part(next.revision(), next.number()));
                told.add(new LiveSignal(at.text(), vehicleId, next.label(), next.signal(), next.late()));
            }
        }
        return from.with(vehicleId, place);
    }
}
