package io.varve.bench.buses;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the tracks of vehicles, and where they are now, and compares both with the rows of the file. */
final class Tracks {
    /** Of whoever shares the store: no bus has as many. */
    private static final int LIMIT = 100_000;

    private final Api api;
    private final String regionPrefix;

    /** @param regionPrefix begins the ids of the regions that were on the map before the signals came */
    Tracks(Api api, String regionPrefix) {
        this.api = api;
        this.regionPrefix = regionPrefix;
    }

    boolean isComplete(String vehicleId, List<Sent> kept) throws IOException, InterruptedException {
        return read(vehicleId, kept).size() == kept.size();
    }

    /** @param kept the signals of the vehicle, in any order */
    void compare(String vehicleId, List<Sent> kept, Verdict verdict) throws IOException, InterruptedException {
        List<Sent> byTime = kept.stream()
                .sorted(Comparator.comparing(sent -> sent.row().at()))
                .toList();
        JsonNode items = read(vehicleId, byTime);
        List<Instant> moments = new ArrayList<>();
        items.forEach(item -> moments.add(at(item)));
        verdict.compare(
                "moments of " + vehicleId,
                byTime.stream().map(sent -> sent.row().at()).toList(),
                moments);
        for (int i = 0; i < Math.min(items.size(), byTime.size()); i++) {
            String what = vehicleId + " at " + byTime.get(i).row().at();
            compare(what, byTime.get(i), items.get(i), verdict);
            verdict.compare(what + ": regions", byTime.get(i).regions(), regions(items.get(i)));
        }
        Sent newest = byTime.get(byTime.size() - 1);
        JsonNode now = api.get("/v1/vehicles/" + vehicleId);
        verdict.compare(vehicleId + " now: at", newest.row().at(), at(now));
        compare(vehicleId + " now", newest, now, verdict);
    }

    private JsonNode read(String vehicleId, List<Sent> kept) throws IOException, InterruptedException {
        var moments = kept.stream().map(sent -> sent.row().at()).toList();
        Instant first = moments.stream().min(Instant::compareTo).orElseThrow();
        Instant last = moments.stream().max(Instant::compareTo).orElseThrow();
        String period = "from=" + first + "&to=" + last.plusMillis(1);
        return api.get("/v1/vehicles/" + vehicleId + "/track?" + period + "&limit=" + LIMIT)
                .required("items");
    }

    private static void compare(String what, Sent sent, JsonNode signal, Verdict verdict) {
        BusRow row = sent.row();
        verdict.compare(what + ": lat", row.lat(), signal.path("lat").asDouble());
        verdict.compare(what + ": lon", row.lon(), signal.path("lon").asDouble());
        verdict.compare(
                what + ": speedKmh", row.speedKmh(), signal.path("speedKmh").asDouble());
        verdict.compare(
                what + ": bearing",
                row.bearingDegrees(),
                signal.has("bearing") ? signal.path("bearing").asDouble() : null);
        verdict.compare(what + ": route", sent.route(), signal.path("route").asText());
        verdict.compare(what + ": trip", row.trip(), signal.path("trip").asText());
        verdict.compare(
                what + ": stop",
                row.stop(),
                signal.path("attributes").path("stop").asText());
        verdict.compare(what + ": fleet", sent.fleet(), signal.path("fleet").asText());
    }

    private Set<String> regions(JsonNode signal) {
        Set<String> names = new TreeSet<>();
        for (JsonNode id : signal.path("regions")) {
            if (id.asText().startsWith(regionPrefix)) {
                names.add(id.asText().substring(regionPrefix.length()));
            }
        }
        return names;
    }

    private static Instant at(JsonNode signal) {
        return Instant.parse(signal.required("at").asText());
    }
}
