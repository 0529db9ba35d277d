package io.varve.node.journal;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;

/** The register of the journals that write the feed: each takes the next number when it starts. */
final class FeedWriters {
    private static final String FEED = "feed";

    private FeedWriters() {}

    /**
     * Takes a number that no journal ever had. Journals that had the same address before are dead, which the
     * readers are told by this: an address is bound by one process at a time.
     */
    static int register(CqlSession session, String address) {
        int highest = 0;
        for (var row :
                session.execute(statement("SELECT writer, address, closed FROM feed_writer WHERE feed = ?", FEED))) {
            highest = row.getInt("writer");
            if (address.equals(row.getString("address")) && !row.getBoolean("closed")) {
                session.execute(statement(
                        "UPDATE feed_writer SET closed = true WHERE feed = ? AND writer = ? IF EXISTS", FEED, highest));
            }
        }
        int writer = highest;
        SimpleStatement claim;
        do {
            claim = statement(
                    "INSERT INTO feed_writer (feed, writer, address, closed) VALUES (?, ?, ?, false) IF NOT EXISTS",
                    FEED,
                    ++writer,
                    address);
        } while (!session.execute(claim).wasApplied());
        return writer;
    }

    private static SimpleStatement statement(String cql, Object... values) {
        return SimpleStatement.newInstance(cql, values)
                .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                .setSerialConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL);
    }
}
