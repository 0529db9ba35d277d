/** A region of the map, drawn and redrawn through the API. */
package io.varve.node.region;
