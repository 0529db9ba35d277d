package io.varve.read;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.EmbeddedCassandra;
import io.varve.node.schema.Schema;
import io.varve.read.account.InMemoryAccountViews;
import io.varve.read.code.InMemoryCodeViews;
import io.varve.read.crowd.InMemoryCrowdViews;
import io.varve.read.entry.InMemoryEntryViews;
import io.varve.read.ledger.InMemoryLedgerTotals;
import io.varve.read.notification.InMemoryNotificationViews;
import io.varve.read.post.InMemoryPostViews;
import io.varve.read.region.InMemoryRegionViews;
import io.varve.read.route.InMemoryRouteViews;
import io.varve.read.table.CassandraRowStore;
import io.varve.read.table.InMemoryRows;
import io.varve.read.table.RowStore;
import io.varve.read.track.InMemoryTrackViews;
import io.varve.read.transfer.InMemoryTransferViews;
import io.varve.read.user.InMemoryUserViews;
import io.varve.read.vehicle.InMemoryVehicleEventViews;
import io.varve.read.vehicle.InMemoryVehicleViews;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a contract test runs against.
 *
 * @param dump everything that the tables hold, to compare
 */
public record Fixture(RowStore rows, Views views, Supplier<String> dump) {
    private static final List<String> TABLES = List.of(
            "account_view",
            "account_by_owner",
            "entry",
            "transfer_view",
            "transfer_timeline",
            "transfer_by_account",
            "transfer_month_by_account",
            "ledger_contribution",
            "ledger_currency",
            "region",
            "region_outline",
            "route",
            "vehicle_view",
            "vehicle_region",
            "region_vehicle",
            "vehicle_code",
            "vehicle_event",
            "vehicle_event_month",
            "track",
            "vehicle_day",
            "code_report",
            "code_hour",
            "vehicle_code_hour",
            "user_view",
            "user_mute",
            "user_bookmark",
            "user_push",
            "user_notification",
            "post_view",
            "post_version",
            "post_by_author",
            "comment_by_post",
            "post_by_hashtag",
            "hashtag_month",
            "crowd_count",
            "crowd_member",
            "crowd_by_member",
            "boost");

    public static final String KEYSPACE = "varve_read_it";

    private static Fixture cassandra;

    public static Fixture inMemory() {
        var rows = new InMemoryRows();
        var vehicles = new InMemoryVehicleViews(rows);
        var crowds = new InMemoryCrowdViews(rows);
        var posts = new InMemoryPostViews(rows, crowds);
        var views = new Views(
                new InMemoryAccountViews(rows),
                new InMemoryEntryViews(rows),
                new InMemoryTransferViews(rows),
                new InMemoryLedgerTotals(rows),
                new InMemoryRegionViews(rows),
                new InMemoryRouteViews(rows),
                vehicles,
                new InMemoryVehicleEventViews(rows),
                new InMemoryTrackViews(rows),
                new InMemoryCodeViews(rows, vehicles),
                crowds,
                posts,
                new InMemoryUserViews(rows, crowds, posts),
                new InMemoryNotificationViews(rows));
        return new Fixture(rows, views, rows::dump);
    }

    /** One keyspace for all tests of the JVM: they choose names that no other test has. */
    public static synchronized Fixture cassandra() {
        if (cassandra == null) {
            var session = EmbeddedCassandra.session(KEYSPACE);
            new Schema(session).apply(Views.SCHEMA);
            cassandra = new Fixture(new CassandraRowStore(session), Views.over(session), () -> dump(session));
        }
        return cassandra;
    }

    private static String dump(CqlSession session) {
        return TABLES.stream()
                .map(table -> table
                        + session.execute("SELECT JSON * FROM " + table).all().stream()
                                .map(row -> row.getString(0))
                                .toList())
                .collect(Collectors.joining("\n"));
    }
}
