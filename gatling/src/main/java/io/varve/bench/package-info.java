/**
 * What a node does per second, as ratios to what a peer and the Cassandra beside it do in the same minutes. The client is
 * one Netty thread with ready-made requests: on one machine every cycle of the load generator is missing at the server.
 */
package io.varve.bench;
