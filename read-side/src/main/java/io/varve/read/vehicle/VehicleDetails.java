package io.varve.read.vehicle;

import com.fasterxml.jackson.core.type.TypeReference;
import io.varve.node.vehicle.SpeedLimit;
import io.varve.node.vehicle.VehicleEvent.Changed;
import io.varve.node.vehicle.VehicleEvent.CodeCleared;
import io.varve.node.vehicle.VehicleEvent.CodeRaised;
import io.varve.node.vehicle.VehicleEvent.OverspeedEnded;
import io.varve.node.vehicle.VehicleEvent.OverspeedStarted;
import io.varve.node.vehicle.VehicleEvent.RegionEntered;
import io.varve.node.vehicle.VehicleEvent.RegionLeft;
import io.varve.node.vehicle.VehicleEvent.Registered;
import io.varve.node.vehicle.VehicleProfile;
import io.varve.read.table.JsonColumn;
import io.varve.read.vehicle.VehicleEventView.Details;
import io.varve.read.vehicle.VehicleEventView.Place;
import java.time.Instant;
import java.util.Optional;

/** The details of an event as its row holds them, in JSON; null is what does not belong to it. */
record VehicleDetails(
        Place place,
        VehicleProfile profile,
        Boolean byItself,
        String regionId,
        String code,
        Instant since,
        Double dwellSeconds,
        Double speedKmh,
        SpeedLimit limit) {
    private static final TypeReference<VehicleDetails> TYPE = new TypeReference<>() {};

    static VehicleDetails of(Registered e) {
        return new VehicleDetails(null, e.profile(), e.byItself(), null, null, null, null, null, null);
    }

    static VehicleDetails of(Changed e) {
        return new VehicleDetails(null, e.profile(), null, null, null, null, null, null, null);
    }

    static VehicleDetails of(RegionEntered e) {
        return new VehicleDetails(at(e.lat(), e.lon()), null, null, e.regionId(), null, null, null, null, null);
    }

    static VehicleDetails of(RegionLeft e) {
        var place = at(e.lat(), e.lon());
        return new VehicleDetails(place, null, null, e.regionId(), null, e.enteredAt(), e.dwellSeconds(), null, null);
    }

    static VehicleDetails of(CodeRaised e) {
        return new VehicleDetails(at(e.lat(), e.lon()), null, null, null, e.code(), null, null, null, null);
    }

    static VehicleDetails of(CodeCleared e) {
        return new VehicleDetails(at(e.lat(), e.lon()), null, null, null, e.code(), e.raisedAt(), null, null, null);
    }

    static VehicleDetails of(OverspeedStarted e) {
        return new VehicleDetails(at(e.lat(), e.lon()), null, null, null, null, null, null, e.speedKmh(), e.limit());
    }

    static VehicleDetails of(OverspeedEnded e) {
        var place = at(e.lat(), e.lon());
        return new VehicleDetails(place, null, null, null, null, e.startedAt(), null, e.maxSpeedKmh(), e.limit());
    }

    private static Place at(double lat, double lon) {
        return new Place(lat, lon);
    }

    static Details read(Object json) {
        var read = JsonColumn.read(json, TYPE);
        return new Details(
                Optional.ofNullable(read.place),
                Optional.ofNullable(read.profile),
                Optional.ofNullable(read.byItself),
                Optional.ofNullable(read.regionId),
                Optional.ofNullable(read.code),
                Optional.ofNullable(read.since),
                Optional.ofNullable(read.dwellSeconds),
                Optional.ofNullable(read.speedKmh),
                Optional.ofNullable(read.limit));
    }
}
