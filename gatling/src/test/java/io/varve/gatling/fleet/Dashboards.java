package io.varve.gatling.fleet;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import java.time.Duration;

/** A fleet that drives while dashboards look at it, some of which read the live stream. */
public final class Dashboards {
    /** The line of the report of each reader. */
    public static final String READER = LiveReaders.READER;

    /** More messages than come between two looks at the stream. */
    public static final int BUFFERED_MESSAGES = LiveReaders.BUFFERED_MESSAGES;

    private final SignalLog log = new SignalLog();
    private final Fleet fleet;
    private final LiveReaders readers;

    /** @param time how long signals come */
    public Dashboards(String fleetId, int vehicles, int readers, Duration time) {
        fleet = new Fleet(fleetId, vehicles, log);
        this.readers = new LiveReaders(fleet, log, readers, time);
    }

    public Fleet fleet() {
        return fleet;
    }

    /** What one dashboard asks for at a time. */
    public ChainBuilder looks() {
        return new Looks(fleet, log).all();
    }

    /** Opens the fleet, then the streams; when all are open, signals and dashboards begin, and the verdict ends it. */
    public PopulationBuilder population(PopulationBuilder signals, PopulationBuilder dashboards, FleetVerdict verdict) {
        return new FleetOpening(fleet)
                .population()
                .andThen(
                        readers.population(),
                        readers.connected()
                                .andThen(signals.andThen(readers.over().andThen(verdict.population())), dashboards));
    }

    /** What the readers read, and what was wrong with it. */
    public String summary() {
        return readers.summary();
    }
}
