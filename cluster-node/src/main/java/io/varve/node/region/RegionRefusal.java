package io.varve.node.region;

/** Why a region refuses a command. */
public enum RegionRefusal {
    REGION_NOT_FOUND
}
