package io.varve.http.vehicle;

import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.node.vehicle.VehicleCommand;
import io.varve.node.vehicle.VehicleProfile;

/** The bodies of requests about vehicles, and the commands that they become once checked. */
public final class VehicleRequests {
    private static final int MAX_LABEL = 128;

    private VehicleRequests() {}

    /** The particulars of a vehicle; what is not said is none. */
    record Profile(String label, String fleet, String route, String kind, Double speedLimitKmh) {
        VehicleCommand.Define command() {
            return new VehicleCommand.Define(new VehicleProfile(
                    Fields.name("label", label, MAX_LABEL),
                    Fields.id("fleet", fleet),
                    route == null ? null : Fields.id("route", route),
                    kind == null ? null : Fields.id("kind", kind),
                    Fields.speedLimitKmh("speedLimitKmh", speedLimitKmh)));
        }
    }

    /** The id of a vehicle; one of them is a path of its own. */
    public static String id(String field, String value) {
        if ("stream".equals(value)) {
            throw ProblemException.invalid(
                    field, field + " must not be stream, which is the path of all vehicles' signals");
        }
        return Fields.id(field, value);
    }
}
