/**
 * What a node does per second, as ratios to what the Cassandra beside it does in the same minutes. The client is one
 * Netty thread with ready-made requests: on one machine every cycle of the load generator is missing at the server.
 */
package io.varve.bench;
