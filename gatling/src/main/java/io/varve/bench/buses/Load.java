package io.varve.bench.buses;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sends the day in one of the ways, and adds up what the answers say. */
final class Load {
    private static final int SIGNALS_PER_LINE = 100;
    private static final int MOST_PER_REPORT = 50;
    private static final int ACCEPTED = 202;

    private final Api api;
    private final BusBook book;
    private final String prefix;
    private final Random random;
    private long accepted;
    private long duplicates;

    /** @param prefix begins the ids of the vehicles and routes, and is that of the fleet */
    Load(Api api, BusBook book, String prefix, long seed) {
        this.api = api;
        this.book = book;
        this.prefix = prefix;
        this.random = new Random(seed);
    }

    String fleet() {
        return prefix;
    }

    String vehicleId(String bus) {
        return prefix + "-" + bus;
    }

    String routeId(String route) {
        return prefix + "-" + route;
    }

    /** What Varve must have kept after any of the ways. */
    List<Sent> kept(City city) {
        return BusBook.firsts(book.rows()).stream()
                .map(row -> new Sent(
                        row,
                        vehicleId(row.bus()),
                        fleet(),
                        routeId(row.route()),
                        city.containing(row.lat(), row.lon())))
                .toList();
    }

    /** Sends everything; the answers must say that each moment was taken once. */
    void send(Way way, Verdict verdict) throws IOException, InterruptedException {
        for (String bus : book.buses()) {
            api.put(
                    "/v1/vehicles/" + vehicleId(bus),
                    "application/json",
                    Api.json(Map.of("label", "Bus " + bus, "fleet", fleet(), "kind", "bus")));
        }
        List<BusRow> rows = book.rows();
        List<BusRow> firsts = BusBook.firsts(rows);
        long repeats = rows.size() - firsts.size();
        switch (way) {
            case FILE_ORDER -> sendLines(rows);
            // Shuffled, another of two rows of one moment might come first: only the first is sent.
            case SHUFFLED -> {
                sendShuffled(firsts);
                repeats = 0;
            }
            // Once more, as a device does that has seen no answer: in other reports.
            case TWICE -> {
                sendGrouped(rows);
                sendShuffled(rows);
                repeats += rows.size();
            }
        }
        verdict.compare(way + ": accepted", (long) firsts.size(), accepted);
        verdict.compare(way + ": duplicates", repeats, duplicates);
    }

    /** Each line a signal. */
    private void sendLines(List<BusRow> rows) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (BusRow row : rows) {
            Map<String, Object> line = new LinkedHashMap<>(Map.of("vehicleId", vehicleId(row.bus())));
            line.putAll(signal(row));
            lines.add(Api.json(line));
        }
        stream(lines);
    }

    /** Each line many signals of one vehicle. */
    private void sendGrouped(List<BusRow> rows) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        Map<String, List<BusRow>> waiting = new LinkedHashMap<>();
        for (BusRow row : rows) {
            List<BusRow> ofBus = waiting.computeIfAbsent(row.bus(), none -> new ArrayList<>());
            ofBus.add(row);
            if (ofBus.size() == SIGNALS_PER_LINE) {
                lines.add(group(waiting.remove(row.bus())));
            }
        }
        waiting.values().forEach(ofBus -> lines.add(group(ofBus)));
        stream(lines);
    }

    private String group(List<BusRow> ofBus) {
        return Api.json(Map.of(
                "vehicleId",
                vehicleId(ofBus.get(0).bus()),
                "signals",
                ofBus.stream().map(this::signal).toList()));
    }

    private void stream(List<String> lines) throws IOException, InterruptedException {
        for (JsonNode answer : api.stream("/v1/signals", lines)) {
            if (answer.required("status").asInt() != ACCEPTED) {
                throw new IOException("a line was answered " + answer);
            }
            count(answer.required("body"));
        }
    }

    /** Reports of one bus each, of one signal or some, whose signals are in no order. */
    private void sendShuffled(List<BusRow> rows) throws IOException, InterruptedException {
        List<BusRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        Map<String, List<BusRow>> waiting = new LinkedHashMap<>();
        for (BusRow row : shuffled) {
            List<BusRow> ofBus = waiting.computeIfAbsent(row.bus(), none -> new ArrayList<>());
            ofBus.add(row);
            if (ofBus.size() > random.nextInt(MOST_PER_REPORT)) {
                report(waiting.remove(row.bus()));
            }
        }
        for (List<BusRow> ofBus : waiting.values()) {
            report(ofBus);
        }
    }

    private void report(List<BusRow> ofBus) throws IOException, InterruptedException {
        List<Map<String, Object>> signals = ofBus.stream().map(this::signal).toList();
        String body = Api.json(signals.size() == 1 ? signals.get(0) : signals);
        count(api.post("/v1/vehicles/" + vehicleId(ofBus.get(0).bus()) + "/signals", body));
    }

    private Map<String, Object> signal(BusRow row) {
        return row.signal(routeId(row.route()));
    }

    private void count(JsonNode answer) {
        accepted += answer.required("accepted").asLong();
        duplicates += answer.required("duplicates").asLong();
    }
}
