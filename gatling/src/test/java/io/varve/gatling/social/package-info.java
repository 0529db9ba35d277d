/** A day on a social network, and what must be true of it when it is over. */
package io.varve.gatling.social;
