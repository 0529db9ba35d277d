package io.varve.node.journal;

import com.datastax.oss.driver.api.core.CqlSession;
import org.apache.pekko.actor.setup.Setup;

/** Gives the journal the process's session with Cassandra; it uses the keyspace, whose tables exist. */
public final class JournalSetup extends Setup {
    private final CqlSession session;

    public JournalSetup(CqlSession session) {
        this.session = session;
    }

    CqlSession session() {
        return session;
    }
}
