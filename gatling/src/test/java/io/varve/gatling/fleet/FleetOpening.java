package io.varve.gatling.fleet;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.foreach;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.varve.gatling.Json;
import java.util.Map;

/** Draws the quadrants of the town and makes the vehicles known, before anybody drives. */
public final class FleetOpening {
    private final Fleet fleet;

    public FleetOpening(Fleet fleet) {
        this.fleet = fleet;
    }

    /** One user does it, one thing after the other. */
    public PopulationBuilder population() {
        return scenario("open fleet")
                .exec(foreach(fleet.town().quadrants(), "quadrant").on(draw()))
                .exec(foreach(fleet.vehicles(), "vehicle").on(define()))
                .injectOpen(atOnceUsers(1));
    }

    private ChainBuilder draw() {
        return exec(http("draw region")
                .put(session -> "/v1/regions/" + fleet.town().regionId(session.getInt("quadrant")))
                .header("Content-Type", "application/geo+json")
                .body(StringBody(session -> fleet.town().feature(session.getInt("quadrant"))))
                .check(status().is(201)));
    }

    private ChainBuilder define() {
        return exec(http("define vehicle")
                .put(session -> "/v1/vehicles/" + fleet.vehicleId(session.getInt("vehicle")))
                .body(StringBody(session -> Json.write(Map.of(
                        "label", "Vehicle " + session.getInt("vehicle"),
                        "fleet", fleet.id(),
                        "route", fleet.routeId(session.getInt("vehicle") % Fleet.ROUTES)))))
                .check(status().is(201)));
    }
}
