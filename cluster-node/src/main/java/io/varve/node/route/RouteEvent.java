package io.varve.node.route;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What has happened to a route. The names are what the journal holds and never change. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = RouteEvent.Defined.class, name = "route-defined")})
public sealed interface RouteEvent {
    /** @param speedLimitKmh the limit on it, or null */
    record Defined(String routeId, String label, Double speedLimitKmh) implements RouteEvent {}
}
