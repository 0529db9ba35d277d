/** A route that vehicles serve, with its speed limit. */
package io.varve.node.route;
