package io.varve.node.region;

/**
 * @param outline which of its outlines the region has, or had when it was removed
 * @param created true when the command drew a region where there was none
 */
public record RegionAnswer(String regionId, int outline, boolean created) {}
