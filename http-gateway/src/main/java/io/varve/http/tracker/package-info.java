/** What tracking apps speak over HTTP: OsmAnd, also as Traccar Client has it, and OwnTracks. */
package io.varve.http.tracker;
