package io.varve.http.region;

import com.fasterxml.jackson.databind.JsonNode;
import io.varve.http.web.ProblemException;

/** The {@code bbox} that a GeoJSON object may have (RFC 7946, 5); nothing is done with it. */
final class BoundingBox {
    private BoundingBox() {}

    /** @param bbox null when there is none */
    static void check(String field, JsonNode bbox) {
        if (bbox == null || bbox.isNull()) {
            return;
        }
        boolean isOne = bbox.isArray() && (bbox.size() == 4 || bbox.size() == 6);
        for (var bound : bbox) {
            isOne &= bound.isNumber();
        }
        if (!isOne) {
            throw ProblemException.invalid(field, field + " must be an array of 4 or 6 numbers");
        }
    }
}
