package io.varve.bench;

import io.netty.handler.codec.http.FullHttpRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** Varve, which knows vehicles and regions, and whose model goes on after the last answer. */
final class VarveFleet extends FleetSide {
    private static final Duration OPENING = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration WORTH_MENTIONING = Duration.ofSeconds(2);
    private static final long BETWEEN_LOOKS_MILLIS = 250;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int LIVE_CONNECTIONS = 64;
    private static final int STATUS_OK = 200;
    private static final int STATUS_CREATED = 201;
    /** No signal of any area is later. */
    private static final Duration LONGEST = Duration.ofDays(60);

    private final URI url;
    private final HttpGateway gateway;
    private final VarveFleetRequests requests;
    private final Area loaded;
    private final Area streamed;
    private final SignalText streamedText;
    private long lines;
    private long streamedSignals;
    private long streamedRefused;

    private VarveFleet(
            URI url, HttpGateway gateway, VarveFleetRequests requests, int connections, Area loaded, Area streamed) {
        super(gateway, requests, connections, loaded);
        this.url = url;
        this.gateway = gateway;
        this.requests = requests;
        this.loaded = loaded;
        this.streamed = streamed;
        streamedText = requests.text(streamed);
    }

    /**
     * @param loaded the area whose vehicles report by batches
     * @param streamed the area whose vehicles report by NDJSON
     */
    static VarveFleet at(URI url, int connections, Area loaded, Area streamed) {
        HttpGateway gateway = new HttpGateway(url);
        return new VarveFleet(url, gateway, new VarveFleetRequests(gateway.host()), connections, loaded, streamed);
    }

    /** Draws the regions of an area, makes its vehicles known, and returns when its speeds can be asked for. */
    void open(Area area) throws IOException, InterruptedException {
        create(area.regions(), region -> requests.draw(area, region));
        create(area.vehicles(), vehicle -> requests.define(area, vehicle));
        for (int region = 0; region < area.regions(); region++) {
            FullHttpRequest speed = requests.average(
                    area.regionId(region), area.start(), area.start().plus(LONGEST));
            await(
                    area.regionId(region) + " is not known",
                    () -> ask(speed.retainedDuplicate()).status() == STATUS_OK);
        }
    }

    private void create(int many, IntFunction<FullHttpRequest> request) throws IOException, InterruptedException {
        Calls calls = new Calls(
                IntStream.range(0, many).mapToObj(request).iterator(),
                answer -> answer.status().code() == STATUS_CREATED);
        Measured created = run(calls, OPENING, nanos -> {});
        if (created.done() != many) {
            throw new IOException(gateway.host() + " created " + created.done() + " of " + many);
        }
    }

    /** How NDJSON comes: in how many requests at once, and how many signals a line has. */
    record Streams(int requests, int lineSignals) {}

    /** A turn of signals by NDJSON, each line of another vehicle than the last; counts signals. */
    Measured reportLines(Streams streams, Duration time) throws IOException, InterruptedException {
        int many = streams.lineSignals();
        Supplier<String> next = () -> {
            int vehicle = (int) (lines % streamed.vehicles());
            long first = lines++ / streamed.vehicles() * many;
            streamedSignals += many;
            return streamedText.line(vehicle, first, many);
        };
        Measured reported = new Bulk(gateway, BulkStream.Route.SIGNALS)
                .run(next, streams.requests(), time)
                .times(many);
        streamedRefused += reported.refused();
        return reported;
    }

    /** A turn of speeds by the hour, of any region each, asked for by a few callers; how long answers took. */
    Histogram speeds(Area area, Duration period, int callers, Duration time) throws IOException, InterruptedException {
        Histogram micros = new Histogram(LONGEST_MICROS, 3);
        Calls calls = Calls.endless(
                () -> requests.speed(
                        "region=" + area.regionId(ThreadLocalRandom.current().nextInt(area.regions())),
                        area.start(),
                        area.start().plus(period),
                        "hour"),
                STATUS_OK);
        Measured asked =
                run(calls, time, callers, nanos -> micros.recordValue(Math.min(LONGEST_MICROS, nanos / 1_000)));
        if (asked.refused() > 0) {
            throw new IOException(asked.refused() + " questions about speeds were not answered");
        }
        return micros;
    }

    /**
     * A turn of signals at a rate, each seen come out of the live stream; how long that took.
     *
     * @param before how many signals of the area were sent so far
     */
    Histogram live(Area area, long before, double rate, Duration time) throws IOException, InterruptedException {
        return new LiveDelay(requests, area, before).run(url, gateway, LIVE_CONNECTIONS, rate, time);
    }

    /** Waits until the model counts every signal of the turns so far; of what was refused, some may have been kept. */
    @Override
    void settle() throws IOException, InterruptedException {
        awaitCount(loaded, reported() - refused(), reported());
        awaitCount(streamed, streamedSignals - streamedRefused, streamedSignals);
    }

    /** Waits until the model counts at least so many signals of the area's vehicles; fails when it counts too many. */
    void awaitCount(Area area, long least, long most) throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        Instant end = area.start().plus(LONGEST);
        await(area.prefix() + " does not come to " + least + " signals", () -> {
            Answer answer = ask(requests.speed("fleet=" + area.prefix(), area.start(), end, "day"));
            // A service that is busy may ask to come back later.
            long counted = answer.status() == STATUS_OK
                    ? requests.average(answer.body()).signals()
                    : -1;
            if (counted > most) {
                throw new IOException(area.prefix() + " counts " + counted + " signals of " + most);
            }
            return counted >= least;
        });
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        if (seconds > WORTH_MENTIONING.toSeconds()) {
            System.out.printf(Locale.ROOT, "  (the model caught up %.1f s later)%n", seconds);
        }
    }

    private interface Check {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void await(String otherwise, Check check) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!check.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IOException(otherwise + " after " + PATIENCE);
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }
}
