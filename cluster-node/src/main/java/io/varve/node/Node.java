package io.varve.node;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.entity.Entities;
import io.varve.node.schema.Schema;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * What a role finds in the process that it is started in.
 *
 * @param entities the way to every entity of the cluster, wherever it lives
 * @param session the process's one session with Cassandra, using the keyspace
 * @param schema applies a module's CQL files
 */
public record Node(
        ActorSystem<Void> system, NodeSettings settings, Entities entities, CqlSession session, Schema schema) {}
