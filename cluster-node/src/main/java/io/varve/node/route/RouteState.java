package io.varve.node.route;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The life stages of a route. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RouteState.Absent.class, name = "absent"),
    @JsonSubTypes.Type(value = RouteState.Defined.class, name = "defined")
})
sealed interface RouteState {
    record Absent(String routeId) implements RouteState {}

    /**
     * @param speedLimitKmh the limit on it, or null
     * @param created true when the last command made the route known
     */
    record Defined(String routeId, String label, Double speedLimitKmh, boolean created) implements RouteState {}
}
