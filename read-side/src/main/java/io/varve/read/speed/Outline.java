package io.varve.read.speed;

/**
 * One outline of a region; its geometry never changes, and neither does what lies in it.
 *
 * @param number counts the outlines that the region has had
 */
record Outline(String regionId, int number) {}
