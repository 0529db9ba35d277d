/** Regions as GeoJSON (RFC 7946): drawn, shown, removed, and who is inside. */
package io.varve.http.region;
