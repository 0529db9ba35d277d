package io.varve.gatling.fleet;

import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.sse;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.http.action.sse.SseInboundMessage;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.varve.gatling.Json;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Readers of the live stream, with filters of each kind: every one must get all signals of its filter, each once. */
final class LiveReaders {
    /** The line of the report of each reader. */
    static final String READER = "verdict: reader got every signal once";

    /** More than come between two looks. */
    static final int BUFFERED_MESSAGES = 100_000;

    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration CONNECTING = Duration.ofSeconds(60);
    private static final String EAR = "reader";

    private final Fleet fleet;
    private final SignalLog log;
    private final int readers;
    private final Duration load;
    private final List<Filter> filters;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicLong heard = new AtomicLong();
    private final Queue<String> differences = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    private record Filter(String query, Predicate<Signal> takes) {}

    /** What a reader has got; used by one user at a time. */
    private static final class Ear {
        private final Filter filter;
        private final Set<Signal.Key> seen = new HashSet<>();
        private String wrong = "";

        Ear(Filter filter) {
            this.filter = filter;
        }
    }

    /** @param load how long signals come */
    LiveReaders(Fleet fleet, SignalLog log, int readers, Duration load) {
        this.fleet = fleet;
        this.log = log;
        this.readers = readers;
        this.load = load;
        String vehicleId = fleet.vehicleId(0);
        String routeId = fleet.routeId(1);
        filters = List.of(
                new Filter("fleet=" + fleet.id(), signal -> true),
                new Filter("route=" + routeId, signal -> signal.route().equals(routeId)),
                new Filter("region=" + fleet.town().regionId(2), signal -> signal.quadrant() == 2),
                new Filter("vehicle=" + vehicleId, signal -> signal.vehicleId().equals(vehicleId)));
    }

    /** Reads until signals have ceased to come and all have been read. */
    PopulationBuilder population() {
        return scenario("live readers")
                .exec(session -> session.set(EAR, new Ear(filters.get(begun.getAndIncrement() % filters.size()))))
                .exec(sse("open live stream")
                        .get(session ->
                                "/v1/vehicles/stream?" + ear(session).filter.query()))
                .exec(session -> {
                    connected.incrementAndGet();
                    return session;
                })
                .exec(asLongAsDuring(
                                session -> !over || isBehind(ear(session)),
                                CONNECTING.plus(load).plus(CATCH_UP))
                        .on(exec(pause(BETWEEN_LOOKS)).exec(sse.processUnmatchedMessages(this::listen))))
                .exec(sse("close live stream").close())
                .exec(dummy(READER, 0).withSuccess(session -> judge(ear(session))))
                .injectOpen(atOnceUsers(readers));
    }

    /** Ends when all readers are connected: whoever begins then is heard by all. */
    PopulationBuilder connected() {
        return scenario("wait for live readers")
                .exec(asLongAsDuring(session -> connected.get() < readers, CONNECTING)
                        .on(pause(BETWEEN_LOOKS)))
                .injectOpen(atOnceUsers(1));
    }

    /** To be run when no more signals come. */
    PopulationBuilder over() {
        return scenario("signals are over")
                .exec(session -> {
                    over = true;
                    return session;
                })
                .injectOpen(atOnceUsers(1));
    }

    private static Ear ear(Session session) {
        return session.get(EAR);
    }

    private Session listen(List<SseInboundMessage> messages, Session session) {
        Ear ear = ear(session);
        for (SseInboundMessage message : messages) {
            JsonNode event = Json.read(message.message());
            if (event.path("event").asText().equals("signal")) {
                hear(ear, event.path("data"));
            }
        }
        return session;
    }

    private void hear(Ear ear, JsonNode signal) {
        heard.incrementAndGet();
        String vehicleId = signal.path("vehicleId").asText();
        if (!log.has(vehicleId, signal)) {
            ear.wrong = "got what was not sent: " + signal;
        } else if (!ear.seen.add(Signal.Key.of(vehicleId, signal))) {
            ear.wrong = "got twice: " + signal;
        }
    }

    private boolean isBehind(Ear ear) {
        return ear.wrong.isEmpty() && ear.seen.size() < log.count(ear.filter.takes());
    }

    private boolean judge(Ear ear) {
        long expected = log.count(ear.filter.takes());
        if (ear.wrong.isEmpty() && ear.seen.size() == expected) {
            return true;
        }
        differences.add("reader of " + ear.filter.query() + " got " + ear.seen.size() + " of " + expected + " signals; "
                + ear.wrong);
        return false;
    }

    int readers() {
        return readers;
    }

    /** What was read, and what was wrong with it. */
    String summary() {
        StringBuilder text = new StringBuilder("live readers %d, signals read %d, wrong readers %d%n"
                .formatted(readers, heard.get(), differences.size()));
        differences.forEach(line -> text.append("  DIFFERS ").append(line).append('\n'));
        return text.toString();
    }
}
