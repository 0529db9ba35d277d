/**
 * The process: prepares the keyspace, joins the cluster and starts the roles that it was given.
 *
 * <p>A module becomes part of the process by implementing {@link io.varve.node.Role}; a kind of entity by one
 * line in {@link io.varve.node.Kinds}. This package may use all below it, and none of them uses it.
 */
package io.varve.node;
