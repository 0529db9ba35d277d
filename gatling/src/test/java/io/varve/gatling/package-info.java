/**
 * Load simulations: they speak only the public HTTP API, stop by themselves, and fail when the outcome is wrong, not
 * merely when it is slow.
 */
package io.varve.gatling;
