/** A fleet that drives around a town of its own, and so knows what Varve must say of it. */
package io.varve.gatling.fleet;
