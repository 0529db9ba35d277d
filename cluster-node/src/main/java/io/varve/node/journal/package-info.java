/**
 * The batching journal: what entities write together leaves in one request, into the tables of
 * pekko-persistence-cassandra and, beside them, into the log from which the views are fed.
 */
package io.varve.node.journal;
