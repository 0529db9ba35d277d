package io.varve.bench;

import io.netty.handler.codec.http.FullHttpRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** One of the systems compared, as far as vehicles go. It has connections only while it is its turn. */
class FleetSide implements AutoCloseable {
    private static final Duration FILLING = Duration.ofMinutes(30);
    private static final int STATUS_OK = 200;

    private final HttpGateway gateway;
    private final FleetRequests requests;
    private final int connections;

    /** The area that reports under load, how, and how many batches it has sent; of the gateway's thread. */
    private final Area loaded;

    private final SignalText loadedText;
    private long batches;
    private long refused;

    /** @param loaded the area whose vehicles report under load */
    FleetSide(HttpGateway gateway, FleetRequests requests, int connections, Area loaded) {
        this.gateway = gateway;
        this.requests = requests;
        this.connections = connections;
        this.loaded = loaded;
        loadedText = requests.text(loaded);
    }

    static FleetSide peer(URI url, int connections, Area loaded) {
        HttpGateway gateway = new HttpGateway(url);
        return new FleetSide(gateway, new PeerFleetRequests(gateway.host()), connections, loaded);
    }

    /** A turn of batches of {@link SignalText#BATCH} signals of one vehicle, the vehicles by turns; counts signals. */
    Measured reportBatches(Duration time) throws IOException, InterruptedException {
        Calls calls = Calls.endless(
                () -> {
                    int vehicle = (int) (batches % loaded.vehicles());
                    long first = batches++ / loaded.vehicles() * SignalText.BATCH;
                    return requests.report(loaded.vehicleId(vehicle), loadedText.batch(vehicle, first));
                },
                requests.taken());
        Measured reported = run(calls, time, nanos -> {}).times(SignalText.BATCH);
        refused += reported.refused();
        return reported;
    }

    /** How many signals were sent in turns so far; to be asked between them. */
    final long reported() {
        return batches * SignalText.BATCH;
    }

    /** How many of these were not acknowledged. */
    final long refused() {
        return refused;
    }

    /** Sends signals of an area by batches, its vehicles by turns, and all of them at once. */
    void fill(Area area, long signals) throws IOException, InterruptedException {
        SignalText text = requests.text(area);
        Iterator<FullHttpRequest> reports = LongStream.range(0, signals / SignalText.BATCH)
                .mapToObj(number -> {
                    int vehicle = (int) (number % area.vehicles());
                    long first = number / area.vehicles() * SignalText.BATCH;
                    return requests.report(area.vehicleId(vehicle), text.batch(vehicle, first));
                })
                .iterator();
        Calls calls = new Calls(reports, answer -> answer.status().code() == requests.taken());
        Measured filled = run(calls, FILLING, nanos -> {}).times(SignalText.BATCH);
        if (filled.done() != signals) {
            throw new IOException(gateway.host() + " took " + filled.done() + " of " + signals + " signals");
        }
    }

    /** A turn of average speeds, of any region each. */
    Measured averages(Area area, Instant from, Instant to, Duration time) throws IOException, InterruptedException {
        Calls calls = Calls.endless(
                () -> requests.average(area.regionId(ThreadLocalRandom.current().nextInt(area.regions())), from, to),
                STATUS_OK);
        return run(calls, time, nanos -> {});
    }

    /** The average speed in a region. */
    FleetRequests.Average average(String regionId, Instant from, Instant to) throws IOException, InterruptedException {
        Answer answer = ask(requests.average(regionId, from, to));
        if (answer.status() != STATUS_OK) {
            throw new IOException("the average of " + regionId + " was answered " + answer);
        }
        return requests.average(answer.body());
    }

    final Answer ask(FullHttpRequest request) throws IOException, InterruptedException {
        return gateway.askAll(List.of(request)).get(0);
    }

    final Measured run(Calls calls, Duration time, LongConsumer answeredNanos)
            throws IOException, InterruptedException {
        return run(calls, time, connections, answeredNanos);
    }

    final Measured run(Calls calls, Duration time, int callers, LongConsumer answeredNanos)
            throws IOException, InterruptedException {
        List<HttpConnection> opened = gateway.connect(callers);
        try {
            return new ClosedLoop(gateway, opened).run(calls, time, answeredNanos);
        } finally {
            opened.forEach(HttpConnection::close);
        }
    }

    /** Returns when nothing of what was reported is still being worked on. */
    void settle() throws IOException, InterruptedException {}

    @Override
    public void close() {
        gateway.close();
    }
}
