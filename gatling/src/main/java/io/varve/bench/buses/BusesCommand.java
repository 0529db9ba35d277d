package io.varve.bench.buses;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads a day of real buses in three ways, and compares what Varve makes of it with a plain calculation. */
@Command(
        name = "buses",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "A day of real buses: the model and the replay against a plain calculation over the file.")
public final class BusesCommand implements Callable<Integer> {
    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", description = "A gateway.")
    URI url;

    @Option(names = "--file", required = true, description = "The positions (CSV); not part of this repository.")
    Path file;

    @Option(names = "--seed", defaultValue = "2026", description = "Of the order of the shuffled signals.")
    long seed;

    @Option(names = "--run-id", description = "Begins all ids (default: the time).")
    String runId = "buses-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private final List<Sent> everything = new ArrayList<>();

    /** Something that may not be so yet. */
    private interface Check {
        boolean holds() throws IOException, InterruptedException;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Api api = new Api(url);
        BusBook book = BusBook.read(file);
        City city = new City();
        String regionPrefix = runId + "-";
        Speeds speeds = new Speeds(api, regionPrefix, book, seed);
        draw(api, city, regionPrefix, speeds);
        refuseOtherSignals(city, speeds);
        long differences = 0;
        for (Way way : Way.values()) {
            Load load = new Load(api, book, regionPrefix + way.id(), seed);
            Verdict verdict = new Verdict();
            load.send(way, verdict);
            List<Sent> kept = load.kept(city);
            everything.addAll(kept);
            compareSpeeds(scopes(speeds, city, load, book), speeds, verdict);
            compareTracks(new Tracks(api, regionPrefix), kept, verdict);
            differences += report("buses " + way, kept.size(), verdict);
        }
        return differences + drawAfterwards(api, city, book) == 0 ? 0 : 1;
    }

    private static void draw(Api api, City city, String prefix, Speeds speeds)
            throws IOException, InterruptedException {
        for (String name : city.names()) {
            api.put("/v1/regions/" + prefix + name, "application/geo+json", city.feature(name));
        }
        for (String name : city.names()) {
            await(() -> speeds.isKnown(name));
        }
    }

    /** Those of an earlier run would count in the regions, too. */
    private void refuseOtherSignals(City city, Speeds speeds) throws IOException, InterruptedException {
        List<Question> scopes = new ArrayList<>(List.of(speeds.day()));
        city.names().forEach(name -> scopes.add(speeds.day().in(name)));
        for (Question scope : scopes) {
            if (!speeds.isComplete(scope, List.of())) {
                throw new IOException(url + " has signals of that day already: ./varve down --wipe, ./varve up");
            }
        }
    }

    /** What is asked for after a way: the fleet, its routes, all there is, the regions, and combinations. */
    private static List<Question> scopes(Speeds speeds, City city, Load load, BusBook book) {
        Question day = speeds.day();
        List<Question> scopes = new ArrayList<>(List.of(day, day.of(load.fleet())));
        for (String route : book.routes()) {
            scopes.add(day.on(load.routeId(route)));
        }
        for (String region : city.names()) {
            scopes.add(day.in(region));
            scopes.add(day.in(region).of(load.fleet()));
            book.routes()
                    .forEach(route ->
                            scopes.add(day.in(region).on(load.routeId(route)).of(load.fleet())));
        }
        return scopes;
    }

    private void compareSpeeds(List<Question> scopes, Speeds speeds, Verdict verdict)
            throws IOException, InterruptedException {
        for (Question scope : scopes) {
            await(() -> speeds.isComplete(scope, everything));
        }
        for (Question scope : scopes) {
            speeds.compare(scope, everything, verdict);
        }
    }

    private static void compareTracks(Tracks tracks, List<Sent> kept, Verdict verdict)
            throws IOException, InterruptedException {
        var byVehicle = kept.stream().collect(Collectors.groupingBy(Sent::vehicleId));
        for (var ofVehicle : byVehicle.entrySet()) {
            await(() -> tracks.isComplete(ofVehicle.getKey(), ofVehicle.getValue()));
            tracks.compare(ofVehicle.getKey(), ofVehicle.getValue(), verdict);
        }
    }

    /** The same regions once more, which get all of the past at once. */
    private long drawAfterwards(Api api, City city, BusBook book) throws IOException, InterruptedException {
        String prefix = runId + "-afterwards-";
        Speeds speeds = new Speeds(api, prefix, book, seed);
        draw(api, city, prefix, speeds);
        Verdict verdict = new Verdict();
        compareSpeeds(city.names().stream().map(speeds.day()::in).toList(), speeds, verdict);
        return report("buses, regions drawn afterwards", everything.size(), verdict);
    }

    private long report(String what, long signals, Verdict verdict) {
        long vehicles = everything.stream()
                .skip(everything.size() - signals)
                .map(Sent::vehicleId)
                .distinct()
                .count();
        System.out.printf(
                "%s: signals %d, vehicles %d, comparisons %d, differences %d%n",
                what, signals, vehicles, verdict.comparisons(), verdict.differences());
        verdict.shown().forEach(line -> System.out.println("  DIFFERS " + line));
        return verdict.differences();
    }

    /** Views follow; what does not hold when they must have caught up shows as a difference. */
    private static void await(Check check) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + CATCH_UP.toNanos();
        while (!check.holds() && System.nanoTime() < deadline) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }
}
