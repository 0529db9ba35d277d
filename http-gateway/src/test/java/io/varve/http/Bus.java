package io.varve.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A vehicle of a test, which sends signals. */
record Bus(Api api, String id) {
    /** Makes a vehicle known whose label may hold anything but quotes. */
    static Bus register(Api api, String label, String fleet) {
        String id = Api.fresh("bus");
        api.good("PUT", "/v1/vehicles/" + id, "{\"label\":\"%s\",\"fleet\":\"%s\"}".formatted(label, fleet))
                .expect(201);
        return new Bus(api, id);
    }

    /** One signal, of which the views know when this returns. */
    Bus send(Instant at, double lat, double lon, double speedKmh, String more) {
        var answer = api.post(
                        "/v1/vehicles/" + id + "/signals",
                        "{\"at\":\"%s\",\"lat\":%s,\"lon\":%s,\"speedKmh\":%s,\"bearing\":90%s}"
                                .formatted(at.truncatedTo(ChronoUnit.MILLIS), lat, lon, speedKmh, more))
                .expect(202);
        api.get("/v1/vehicles/" + id, "Varve-Min-Revision", "" + answer.number("revision"), "Prefer", "wait=15")
                .expect(200);
        return this;
    }

    Bus send(Instant at, double lat, double lon, double speedKmh) {
        return send(at, lat, lon, speedKmh, "");
    }
}
