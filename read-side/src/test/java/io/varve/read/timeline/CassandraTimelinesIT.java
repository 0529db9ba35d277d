package io.varve.read.timeline;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.EmbeddedCassandra;
import io.varve.read.Fixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CassandraTimelinesIT extends TimelinesContract {
    private static CqlSession session;

    @BeforeAll
    static void open() {
        Fixture.cassandra();
        session = EmbeddedCassandra.session(Fixture.KEYSPACE);
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Override
    protected Fixture fixture() {
        return Fixture.cassandra();
    }

    @Override
    FeedScene scene(int upTo) {
        return new FeedScene(fixture().views(), fixture().rows(), new CassandraFeedSources(session), upTo);
    }
}
