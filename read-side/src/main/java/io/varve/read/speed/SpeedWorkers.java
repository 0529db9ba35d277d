package io.varve.read.speed;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.vehicle.VehicleKind;
import io.varve.read.feed.EntityJournal;
import io.varve.read.region.RegionMap;
import io.varve.read.table.RowStore;
import io.varve.read.track.TrackViews;
import io.varve.read.vehicle.VehicleViews;
import java.util.function.Supplier;

/** The model over Cassandra: those who keep it, and those who answer from it. */
public final class SpeedWorkers {
    private final SpeedStore store;
    private final RowStore rows;
    private final Supplier<RegionMap> maps;
    private final VehicleJournal journal;
    private final SpeedSettings settings;

    /**
     * @param session uses the keyspace, in which the tables exist
     * @param maps the newest map that is known
     */
    public SpeedWorkers(
            CqlSession session,
            RowStore rows,
            Supplier<RegionMap> maps,
            EntityJournal journal,
            SpeedSettings settings) {
        store = new CassandraSpeedStore(session);
        this.rows = rows;
        this.maps = maps;
        this.journal = vehicles(journal);
        this.settings = settings;
    }

    /** A new worker for a share of the vehicles, whose events are what the feed gives to the worker of that number. */
    public SpeedWorker worker(int share) {
        return new SpeedWorker(share, store, rows, maps, journal, settings);
    }

    /**
     * Answers of a process.
     *
     * @param session uses the keyspace, in which the tables exist
     * @param maps the newest map that is known
     */
    public static SpeedViews views(
            CqlSession session,
            Supplier<RegionMap> maps,
            VehicleViews vehicles,
            TrackViews tracks,
            EntityJournal journal,
            SpeedSettings settings) {
        return new SpeedAnswers(
                new CassandraSpeedStore(session),
                VehicleKind.create().tags(),
                maps,
                vehicles,
                tracks,
                vehicles(journal),
                settings);
    }

    private static VehicleJournal vehicles(EntityJournal journal) {
        var kind = VehicleKind.create();
        return (vehicleId, from, to, each) -> journal.forEach(kind, vehicleId, from, to, each);
    }
}
