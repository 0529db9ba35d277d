package io.varve.read.live;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.feed.FeedMark;
import io.varve.read.feed.Following;
import io.varve.read.feed.Placed;
import io.varve.read.feed.PlacedPage;
import io.varve.read.following.StreamPosition;
import io.varve.read.following.WriteRing;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Happened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what the feed brings into the fleet and the ring, and what it skips from the vehicles' journals. */
final class LiveFollower {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFollower.class);
    private static final int LANES = 8;

    private final Following<VehicleEvent> following;
    private final Healer healer;
    private final Fleet fleet;
    private final WriteRing<SignalTeller.Told> ring;
    private final Map<String, Span> spans = new HashMap<>();
    private volatile FeedMark at;

    /** Brings a vehicle of the fleet up to a revision if that can be done soon. */
    interface Healer {
        CompletionStage<Done> heal(String vehicleId, long revision);
    }

    /**
     * The events of a vehicle that were taken: all from the first one that the feed brought to the last. Earlier ones may
     * still come; they go by their places.
     */
    private record Span(long first, long last) {
        Span with(long revision) {
            return new Span(first, Math.max(last, revision));
        }
    }

    /** Revisions that a page does not have before one of its writes. */
    private record Gap(int index, String vehicleId, long from, long to) {}

    LiveFollower(
            Following<VehicleEvent> following,
            Healer healer,
            Fleet fleet,
            WriteRing<SignalTeller.Told> ring,
            FeedMark start) {
        this.following = following;
        this.healer = healer;
        this.fleet = fleet;
        this.ring = ring;
        at = start;
    }

    /** What was taken so far. */
    FeedMark mark() {
        return at;
    }

    /** Takes a page; one call at a time. What fails before the end has taken nothing. */
    CompletionStage<Done> take(PlacedPage<VehicleEvent> page) {
        List<Gap> gaps = new ArrayList<>();
        Map<String, Long> strangers = new HashMap<>();
        look(page, gaps, strangers);
        return Concurrently.inLanes(
                        LANES, List.copyOf(strangers.entrySet()), each -> healer.heal(each.getKey(), each.getValue()))
                .thenCompose(healed -> Concurrently.inLanes(
                        LANES, gaps, gap -> following.missing(gap.vehicleId(), gap.from(), gap.to(), at)))
                .thenApply(missing -> {
                    merge(page, gaps, missing).forEach(this::take);
                    at = at.with(page.upTo());
                    ring.reached(at);
                    return Done.getInstance();
                });
    }

    /** @param strangers of vehicles that the feed has not brought before, the revision at which the fleet must be */
    private void look(PlacedPage<VehicleEvent> page, List<Gap> gaps, Map<String, Long> strangers) {
        Map<String, Long> seen = new HashMap<>();
        for (int i = 0; i < page.writes().size(); i++) {
            var events = page.writes().get(i).events();
            if (events.isEmpty()) {
                continue;
            }
            String id = events.get(0).entityId();
            long revision = events.get(0).revision();
            var span = spans.get(id);
            Long last = seen.getOrDefault(id, span == null ? null : (Long) span.last());
            if (last == null && fleet.revision(id) < revision - 1) {
                strangers.put(id, revision - 1);
            } else if (last != null && revision > last + 1) {
                LOG.info("{}: the feed jumped from {} to {}", id, last, revision);
                gaps.add(new Gap(i, id, last + 1, revision - 1));
            }
            long end = events.get(events.size() - 1).revision();
            seen.put(id, last == null ? end : Math.max(last, end));
        }
    }

    /** A write, and what lies before it that is nowhere in the feed. */
    private record Merged(Placed<VehicleEvent> write, List<Happened<VehicleEvent>> lost) {}

    private static List<Merged> merge(
            PlacedPage<VehicleEvent> page, List<Gap> gaps, List<List<Placed<VehicleEvent>>> missing) {
        List<Merged> merged = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < page.writes().size(); i++) {
            List<Happened<VehicleEvent>> lost = new ArrayList<>();
            if (next < gaps.size() && gaps.get(next).index() == i) {
                for (var each : missing.get(next++)) {
                    if (each.place().isPresent()) {
                        merged.add(new Merged(each, lost));
                        lost = new ArrayList<>();
                    } else {
                        lost.addAll(each.events());
                    }
                }
            }
            merged.add(new Merged(page.writes().get(i), lost));
        }
        return merged;
    }

    private void take(Merged merged) {
        var place = merged.write().place().orElseThrow();
        boolean had = at.has(place);
        var lost = fresh(merged.lost(), had);
        var own = fresh(merged.write().events(), had);
        var before = at;
        at = at.with(place);
        if (!own.isEmpty()) {
            var label = fleet.label(own.get(0).entityId());
            var write = VehicleWrite.of(place, label, lost, own);
            if (!write.signals().isEmpty()) {
                List<LiveSignal> signals = new ArrayList<>();
                write.tell(StreamPosition.at(before), signals);
                var told = new SignalTeller.Told(write, signals);
                ring.add(new WriteRing.Told<>(before, place, told, signals.size(), at));
            }
        }
    }

    /** Takes the events into the fleet, and gives those that were not taken before. */
    private List<Happened<VehicleEvent>> fresh(List<Happened<VehicleEvent>> events, boolean had) {
        List<Happened<VehicleEvent>> fresh = new ArrayList<>();
        for (var event : events) {
            fleet.take(event);
            long revision = event.revision();
            var span = spans.getOrDefault(event.entityId(), new Span(revision, revision - 1));
            if (revision > span.last() || revision < span.first() && !had) {
                fresh.add(event);
                spans.put(event.entityId(), span.with(revision));
            }
        }
        return fresh;
    }
}
