/** Brings the keyspace to the shape that this version needs: each numbered CQL file once, by one process at a time. */
package io.varve.node.schema;
