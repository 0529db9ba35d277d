package io.varve.node.region;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What has happened to a region. The names are what the journal holds and never change. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RegionEvent.Drawn.class, name = "region-drawn"),
    @JsonSubTypes.Type(value = RegionEvent.Removed.class, name = "region-removed")
})
public sealed interface RegionEvent {
    /** @param outline counts the outlines that the region has had; another name or limit leaves it as it is */
    record Drawn(String regionId, RegionShape shape, int outline) implements RegionEvent {}

    record Removed(String regionId) implements RegionEvent {}
}
