package io.varve.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The time from a signal's acknowledgement until its event comes out of the live stream, under a steady load. */
final class LiveDelay implements Paced.Source {
    private static final Duration CATCH_UP = Duration.ofSeconds(30);
    private static final long BETWEEN_LOOKS_MILLIS = 50;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private final FleetRequests requests;
    private final Area area;
    private final SignalText text;
    private final long before;
    /** When a signal was acknowledged, or, if that comes first, when its event came. */
    private final Map<Signal, Long> halves = new ConcurrentHashMap<>();

    private final Histogram delayMicros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private volatile int refused;

    private record Signal(String vehicleId, Instant at) {}

    /**
     * @param area whose vehicles report by turns
     * @param before how many signals of the area were sent so far
     */
    LiveDelay(FleetRequests requests, Area area, long before) {
        this.requests = requests;
        this.area = area;
        this.text = requests.text(area);
        this.before = before;
    }

    /**
     * Reports at a rate for a time. Fails when a signal does not come out of the stream.
     *
     * @return microseconds from acknowledgement to event, 0 when the event was first
     */
    Histogram run(URI url, HttpGateway gateway, int connections, double rate, Duration time)
            throws IOException, InterruptedException {
        List<HttpConnection> opened = gateway.connect(connections);
        try (LiveReader reader = new LiveReader(url.resolve("/v1/vehicles/stream?fleet=" + area.prefix()))) {
            reader.start(this::event);
            long sent = new Paced(gateway, opened, this).run(rate, time);
            long deadline = System.nanoTime() + CATCH_UP.toNanos();
            while (delayMicros.getTotalCount() + refused < sent && System.nanoTime() < deadline) {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
            long seen = delayMicros.getTotalCount();
            if (seen != sent) {
                throw new IOException("of " + sent + " signals " + refused + " were refused, and " + seen
                        + " came out of the stream");
            }
            return delayMicros;
        } finally {
            opened.forEach(HttpConnection::close);
        }
    }

    private int vehicle(long number) {
        return (int) ((before + number) % area.vehicles());
    }

    private long ofVehicle(long number) {
        return (before + number) / area.vehicles();
    }

    @Override
    public FullHttpRequest request(long number) {
        int vehicle = vehicle(number);
        return requests.report(area.vehicleId(vehicle), text.one(vehicle, ofVehicle(number)));
    }

    @Override
    public void answered(long number, FullHttpResponse response) {
        if (response.status().code() == requests.taken()) {
            half(new Signal(area.vehicleId(vehicle(number)), area.moment(ofVehicle(number))), true);
        } else {
            refused++;
        }
    }

    private void event(JsonNode signal) {
        half(
                new Signal(
                        signal.path("vehicleId").asText(),
                        Instant.parse(signal.path("at").asText())),
                false);
    }

    private void half(Signal signal, boolean acknowledged) {
        long now = System.nanoTime();
        Long other = halves.putIfAbsent(signal, now);
        if (other != null) {
            delayMicros.recordValue(acknowledged ? 0 : Math.min(LONGEST_MICROS, (now - other) / 1_000));
        }
    }
}
