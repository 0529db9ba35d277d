package io.varve.node.route;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a route can be asked to do. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = RouteCommand.Define.class, name = "define")})
public sealed interface RouteCommand {
    /**
     * Gives the route its particulars; the same again change nothing.
     *
     * @param speedLimitKmh the limit on it, or null
     */
    record Define(String label, Double speedLimitKmh) implements RouteCommand {}
}
