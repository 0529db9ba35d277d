package io.varve.node.region;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The life stages of a region. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RegionState.Absent.class, name = "absent"),
    @JsonSubTypes.Type(value = RegionState.Drawn.class, name = "drawn"),
    @JsonSubTypes.Type(value = RegionState.Removed.class, name = "removed")
})
sealed interface RegionState {
    record Absent(String regionId) implements RegionState {}

    /**
     * @param outline counts the outlines that the region has had
     * @param created true when the last command drew a region where there was none
     */
    record Drawn(String regionId, RegionShape shape, int outline, boolean created) implements RegionState {}

    /** @param outline the last one; the region's next one has a number of its own */
    record Removed(String regionId, int outline) implements RegionState {}
}
