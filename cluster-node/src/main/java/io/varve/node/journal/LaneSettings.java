package io.varve.node.journal;

import com.typesafe.config.Config;

/**
 * How much is on its way to Cassandra at a time.
 *
 * @param feedRequests requests of one kind of entity to the feed
 * @param feedBatchBytes about how large one of them may become
 * @param requestsPerReplica requests to the journal on one replica
 * @param batchBytes about how large one of them may become
 */
record LaneSettings(int feedRequests, int feedBatchBytes, int requestsPerReplica, int batchBytes) {
    static LaneSettings of(Config journal) {
        return new LaneSettings(
                journal.getInt("feed-requests"),
                journal.getInt("feed-batch-bytes"),
                journal.getInt("requests-per-replica"),
                journal.getInt("batch-bytes"));
    }
}
