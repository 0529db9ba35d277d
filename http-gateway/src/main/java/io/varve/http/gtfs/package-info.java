/** GTFS-Realtime: where the vehicles are, for programs that know transit feeds. */
package io.varve.http.gtfs;
