/** Vehicles: who they are, the signals that they send, and what is known of them. */
package io.varve.http.vehicle;
