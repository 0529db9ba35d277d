/** Replays a year of a real bank through the API and holds every balance and entry against the bank's own figures. */
package io.varve.gatling.bank;
