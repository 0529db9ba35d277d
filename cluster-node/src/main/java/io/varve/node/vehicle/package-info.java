/** A vehicle: who it is, its signals in the order of their own times, where it is, what its electronics report. */
package io.varve.node.vehicle;
