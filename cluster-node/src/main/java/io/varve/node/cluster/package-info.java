/** How nodes find the cluster of their keyspace, and see to it that there is only one. */
package io.varve.node.cluster;
