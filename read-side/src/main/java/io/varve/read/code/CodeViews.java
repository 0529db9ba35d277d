package io.varve.read.code;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Questions about error codes. */
public interface CodeViews {
    /** What was reported in a period, by code. */
    CompletionStage<List<CodeSummary>> codes(CodeQuery query);

    /** All that a vehicle ever reported, by code. */
    CompletionStage<List<VehicleCode>> ofVehicle(String vehicleId);
}
