package io.varve.gatling.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The vehicles of a run. Each goes round the town, a degree of the circle and a second of its own time per signal,
 * beginning a day before the run: so there is room for 86,400 signals and more of each.
 */
public final class Fleet {
    static final int ROUTES = 3;
    static final List<String> CODES = List.of("P0301", "B1342");
    private static final Duration BEHIND = Duration.ofDays(1);
    private static final long MOST_TENTHS_KMH = 900;
    private static final int SIGNALS_PER_CODE = 50;

    private final String id;
    private final Town town;
    private final Instant start = Instant.now().minus(BEHIND).truncatedTo(ChronoUnit.SECONDS);
    private final List<AtomicInteger> signals;
    private final SpeedSum all = new SpeedSum();
    private final List<SpeedSum> byQuadrant =
            Stream.generate(SpeedSum::new).limit(Town.QUADRANTS).toList();
    private final Consumer<Signal> log;

    /**
     * @param id of the fleet, and begins every other id
     * @param log is given every signal before it is sent, by many threads
     */
    Fleet(String id, int vehicles, Consumer<Signal> log) {
        this.id = id;
        this.log = log;
        town = Town.of(id);
        signals = Stream.generate(AtomicInteger::new).limit(vehicles).toList();
    }

    /** A fleet of which nothing but the sums is remembered, however long it drives. */
    public static Fleet of(String id, int vehicles) {
        return new Fleet(id, vehicles, signal -> {});
    }

    String id() {
        return id;
    }

    Town town() {
        return town;
    }

    List<Integer> vehicles() {
        return IntStream.range(0, signals.size()).boxed().toList();
    }

    String vehicleId(int vehicle) {
        return id + "-" + vehicle;
    }

    String routeId(int number) {
        return id + "-r" + number;
    }

    int anyVehicle() {
        return ThreadLocalRandom.current().nextInt(signals.size());
    }

    /** The moment of every vehicle's first signal. */
    Instant start() {
        return start;
    }

    /** When the first signals are, and when all that were made so far are over. */
    String period() {
        int most = signals.stream().mapToInt(AtomicInteger::get).max().orElse(0);
        return "from=" + start + "&to=" + start.plusSeconds(most + 1L);
    }

    /** The moment of the vehicle's newest signal; before {@link #start()} when it has none. */
    Instant newest(int vehicle) {
        return start.plusSeconds(signals.get(vehicle).get() - 1L);
    }

    /** Makes a vehicle's next signal, which must be sent then. */
    Signal next(int vehicle) {
        int number = signals.get(vehicle).getAndIncrement();
        double degrees = Math.floorMod(vehicle * 37 + number, 360) + 0.5;
        Signal signal = new Signal(
                vehicleId(vehicle),
                start.plusSeconds(number),
                town.latAt(degrees),
                town.lonAt(degrees),
                ThreadLocalRandom.current().nextLong(MOST_TENTHS_KMH + 1),
                routeId(vehicle % ROUTES),
                (int) (degrees / 90),
                number % SIGNALS_PER_CODE == 0 ? CODES : List.of());
        log.accept(signal);
        all.add(signal.speedTenthsKmh());
        byQuadrant.get(signal.quadrant()).add(signal.speedTenthsKmh());
        return signal;
    }

    SpeedSum sum() {
        return all;
    }

    SpeedSum sum(int quadrant) {
        return byQuadrant.get(quadrant);
    }
}
