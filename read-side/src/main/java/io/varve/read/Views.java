package io.varve.read;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.Node;
import io.varve.read.account.AccountViews;
import io.varve.read.account.CassandraAccountViews;
import io.varve.read.code.CassandraCodeViews;
import io.varve.read.code.CodeViews;
import io.varve.read.crowd.CassandraCrowdViews;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.entry.CassandraEntryViews;
import io.varve.read.entry.EntryViews;
import io.varve.read.ledger.CassandraLedgerTotals;
import io.varve.read.ledger.LedgerTotals;
import io.varve.read.notification.CassandraNotificationViews;
import io.varve.read.notification.NotificationViews;
import io.varve.read.post.CassandraPostViews;
import io.varve.read.post.PostViews;
import io.varve.read.region.CassandraRegionViews;
import io.varve.read.region.RegionViews;
import io.varve.read.route.CassandraRouteViews;
import io.varve.read.route.RouteViews;
import io.varve.read.track.CassandraTrackViews;
import io.varve.read.track.TrackViews;
import io.varve.read.transfer.CassandraTransferViews;
import io.varve.read.transfer.TransferViews;
import io.varve.read.user.CassandraUserViews;
import io.varve.read.user.UserViews;
import io.varve.read.vehicle.CassandraVehicleEventViews;
import io.varve.read.vehicle.CassandraVehicleViews;
import io.varve.read.vehicle.VehicleEventViews;
import io.varve.read.vehicle.VehicleViews;

/** Every question that the read side answers. */
public record Views(
        AccountViews accounts,
        EntryViews entries,
        TransferViews transfers,
        LedgerTotals ledger,
        RegionViews regions,
        RouteViews routes,
        VehicleViews vehicles,
        VehicleEventViews vehicleEvents,
        TrackViews tracks,
        CodeViews codes,
        CrowdViews crowds,
        PostViews posts,
        UserViews users,
        NotificationViews notifications) {
    /** The name under which {@link io.varve.node.schema.Schema#apply} finds the views' tables. */
    public static final String SCHEMA = "read";

    /** The views of a node, whatever its roles; makes the tables if no process has done so yet. */
    public static Views of(Node node) {
        node.schema().apply(SCHEMA);
        return over(node.session());
    }

    /** @param session uses the keyspace, in which the tables exist */
    public static Views over(CqlSession session) {
        var vehicles = new CassandraVehicleViews(session);
        var crowds = new CassandraCrowdViews(session);
        var posts = new CassandraPostViews(session, crowds);
        return new Views(
                new CassandraAccountViews(session),
                new CassandraEntryViews(session),
                new CassandraTransferViews(session),
                new CassandraLedgerTotals(session),
                new CassandraRegionViews(session),
                new CassandraRouteViews(session),
                vehicles,
                new CassandraVehicleEventViews(session),
                new CassandraTrackViews(session),
                new CassandraCodeViews(session, vehicles),
                crowds,
                posts,
                new CassandraUserViews(session, crowds, posts),
                new CassandraNotificationViews(session));
    }
}
