package io.varve.read.speed;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.EmbeddedCassandra;
import io.varve.node.schema.Schema;
import io.varve.read.Views;
import io.varve.read.speed.SpeedMoves.Move;
import io.varve.read.speed.SpeedMoves.Report;
import io.varve.read.table.CassandraRowStore;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The same on a real Cassandra: its timestamps, its transactions, its null and empty columns. */
class CassandraSpeedWorkerIT {
    private static CqlSession session;

    @BeforeContainer
    static void connect() {
        session = EmbeddedCassandra.session("varve_speed_it");
        new Schema(session).apply(Views.SCHEMA);
    }

    @Provide
    Arbitrary<List<Report>> reports() {
        return SpeedMoves.reports();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return SpeedMoves.moves();
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void model_saysWhatAPlainCalculationSays(
            @ForAll("reports") List<Report> reports, @ForAll("moves") List<Move> moves) {
        for (var table : List.of("speed_part", "speed_hour", "speed_day", "speed_vehicle", "speed_outline")) {
            session.execute("TRUNCATE " + table);
        }
        new SpeedScenario(new CassandraRowStore(session), new CassandraSpeedStore(session)).play(reports, moves);
    }
}
