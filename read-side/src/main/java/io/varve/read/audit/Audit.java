package io.varve.read.audit;

import io.varve.node.Node;
import io.varve.node.account.AccountKind;
import io.varve.node.crowd.CrowdKind;
import io.varve.node.entity.EntityKind;
import io.varve.node.post.PostKind;
import io.varve.node.region.RegionKind;
import io.varve.node.route.RouteKind;
import io.varve.node.transfer.TransferKind;
import io.varve.node.user.UserKind;
import io.varve.node.vehicle.VehicleKind;
import io.varve.read.Views;
import io.varve.read.feed.EntityJournal;
import io.varve.read.projection.AccountProjection;
import io.varve.read.projection.CrowdProjection;
import io.varve.read.projection.KindViews;
import io.varve.read.projection.PostProjection;
import io.varve.read.projection.ProjectionSettings;
import io.varve.read.projection.RegionProjection;
import io.varve.read.projection.RouteProjection;
import io.varve.read.projection.TransferProjection;
import io.varve.read.projection.UserProjection;
import io.varve.read.projection.VehicleProjection;
import io.varve.read.table.CassandraRowStore;
import io.varve.read.table.RowStore;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/** Compares the journal with what the views show of it, names what differs and heals it. */
public final class Audit {
    private final JournalEntities entities;
    private final Map<String, EntityAudit<?>> kinds = new TreeMap<>();
    private final Duration patience;

    private Audit(JournalEntities entities, Duration patience) {
        this.entities = entities;
        this.patience = patience;
    }

    /** The audit of a node's keyspace, whatever the node's roles; makes the tables if no process has done so yet. */
    public static Audit of(Node node) {
        var config = node.system().settings().config();
        return of(node, config.getDuration("varve.read.audit-patience"));
    }

    /** @param patience how long an entity may be behind before that counts as a gap */
    static Audit of(Node node, Duration patience) {
        node.schema().apply(Views.SCHEMA);
        var session = node.session();
        var journal = new EntityJournal(node.system());
        var stored = new CassandraStoredRows(session);
        var rows = new CassandraRowStore(session);
        var audit = new Audit(new JournalEntities(session), patience);
        audit.add(AccountKind.create(), AccountProjection.views(), journal, stored, rows);
        audit.add(TransferKind.create(), TransferProjection.views(), journal, stored, rows);
        audit.add(RegionKind.create(), RegionProjection.views(), journal, stored, rows);
        audit.add(RouteKind.create(), RouteProjection.views(), journal, stored, rows);
        audit.add(UserKind.create(), UserProjection.views(), journal, stored, rows);
        audit.add(PostKind.create(), PostProjection.views(), journal, stored, rows);
        audit.add(CrowdKind.create(), CrowdProjection.views(), journal, stored, rows);
        var read = node.system().settings().config().getConfig("varve.read");
        var vehicles = VehicleProjection.views(ProjectionSettings.retention(read));
        audit.add(VehicleKind.create(), vehicles, journal, stored, rows);
        return audit;
    }

    private <E> void add(
            EntityKind<?, E, ?, ?, ?> kind,
            KindViews<E> views,
            EntityJournal journal,
            StoredRows stored,
            RowStore rows) {
        EntityAudit.Journal<E> events = (id, from, to) -> journal.<E>eventsOf(kind, id, from, to);
        kinds.put(kind.name(), new EntityAudit<>(kind.name(), views, events, stored, rows));
    }

    /** The names of the kinds that there are. */
    public Set<String> kinds() {
        return kinds.keySet();
    }

    /** What the audit finds, and a summary at the end. It begins when the source is run. */
    public Source<AuditLine, NotUsed> run(AuditRequest request) {
        var wanted = request.kind()
                .<Map<String, EntityAudit<?>>>map(kind -> Map.of(kind, kinds.get(kind)))
                .orElse(kinds);
        return Source.lazySource(() -> new AuditRun(entities, wanted, request, patience).lines())
                .mapMaterializedValue(begun -> NotUsed.getInstance());
    }
}
