package io.varve.node.region;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a region can be asked to do. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RegionCommand.Draw.class, name = "draw"),
    @JsonSubTypes.Type(value = RegionCommand.Remove.class, name = "remove")
})
public sealed interface RegionCommand {
    /** Draws the region, also over what it was; the same again changes nothing. */
    record Draw(RegionShape shape) implements RegionCommand {}

    record Remove() implements RegionCommand {}
}
