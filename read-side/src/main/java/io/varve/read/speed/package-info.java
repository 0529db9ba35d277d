/**
 * How fast vehicles were, by hour and by fleet, route or region: the model that follows the events, and the replay of
 * the events themselves.
 *
 * <p>What makes the model exact: a part (what a vehicle contributed to an hour) is a function of how many of the
 * vehicle's events are in it, and only ever grows; so any part, hour or count that two writers disagree about is won by
 * the one that counts more signals, and a part takes each event once. See RATIONALE.md.
 */
package io.varve.read.speed;
