/**
 * Hosts every kind of entity: deciders are pure, and what knows Pekko persistence is here only.
 *
 * <p>An answer leaves after the write that it depends on. A command takes effect at most once for as long as it
 * is remembered. The state in memory is ahead of the journal only by the write in flight; when that fails, the
 * actor goes. A saga's step is sent until it is answered, under one id.
 */
package io.varve.node.entity;
