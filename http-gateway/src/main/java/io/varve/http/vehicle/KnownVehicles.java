package io.varve.http.vehicle;

import io.varve.http.web.Found;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.read.vehicle.VehicleView;
import io.varve.read.vehicle.VehicleViews;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** Finds the vehicle that a path names. */
public final class KnownVehicles {
    private final VehicleViews views;

    public KnownVehicles(VehicleViews views) {
        this.views = views;
    }

    /** The vehicle at the revision that the request asks for; what else the views hold of it is as new. */
    public CompletionStage<VehicleView> find(HttpRequest request, String id) {
        return views.vehicle(
                        VehicleRequests.id("vehicleId", id), Requests.minRevision(request), Requests.viewWait(request))
                .thenApply(reading -> Found.in(reading, ProblemType.VEHICLE_NOT_FOUND, "vehicle"));
    }
}
