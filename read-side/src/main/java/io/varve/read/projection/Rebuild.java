package io.varve.read.projection;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
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
import io.varve.read.feed.EventFeed;
import io.varve.read.feed.Feeds;
import io.varve.read.post.DeletedPosts;
import io.varve.read.post.DeletedPosts.Deletion;
import io.varve.read.query.Concurrently;
import io.varve.read.query.ViewsUnavailableException;
import io.varve.read.table.CassandraRowStore;
import io.varve.read.table.RowStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.pekko.Done;
import org.apache.pekko.projection.ProjectionId;
import org.apache.pekko.projection.javadsl.ProjectionManagement;

/**
 * Empties the views of a kind and lets its projection fill them from the first event on, on whichever nodes it runs.
 * Meanwhile the views show less than there is, what has changed as it once was, and what is muted; but no text of a post
 * that is deleted. Commands go on as ever.
 */
public final class Rebuild {
    /** TRUNCATE waits for every replica. */
    private static final Duration TRUNCATE_TIMEOUT = Duration.ofSeconds(60);

    private final CqlSession session;
    private final ProjectionManagement projections;
    private final RowStore rows;
    private final DeletedPosts deletedPosts;
    private final Map<String, Kind> kinds = new TreeMap<>();

    private record Kind(List<ProjectionId> workers, List<String> tables) {}

    private Rebuild(CqlSession session, ProjectionManagement projections) {
        this.session = session;
        this.projections = projections;
        rows = new CassandraRowStore(session);
        deletedPosts = new DeletedPosts(session);
    }

    /** For a node's keyspace, whatever the node's roles; makes the tables if no process has done so yet. */
    public static Rebuild of(Node node) {
        node.schema().apply(Views.SCHEMA);
        var rebuild = new Rebuild(node.session(), ProjectionManagement.get(node.system()));
        var feed = Feeds.of(node);
        var retention = ProjectionSettings.of(node.system().settings().config().getConfig("varve.read"))
                .retention();
        rebuild.add(AccountKind.create(), AccountProjection.views(), feed);
        rebuild.add(TransferKind.create(), TransferProjection.views(), feed);
        rebuild.add(RegionKind.create(), RegionProjection.views(), feed);
        rebuild.add(RouteKind.create(), RouteProjection.views(), feed);
        rebuild.add(VehicleKind.create(), VehicleProjection.views(retention), feed);
        rebuild.add(UserKind.create(), UserProjection.views(), feed);
        rebuild.add(PostKind.create(), PostProjection.views(), feed);
        rebuild.add(CrowdKind.create(), CrowdProjection.views(), feed);
        rebuild.add(VehicleKind.create(), SpeedProjection.NAME, SpeedProjection.TABLES, feed);
        return rebuild;
    }

    private <E> void add(EntityKind<?, E, ?, ?, ?> kind, KindViews<E> views, EventFeed feed) {
        add(kind, KindProjection.name(kind), views.tables(), feed);
    }

    private void add(EntityKind<?, ?, ?, ?, ?> kind, String projection, List<String> tables, EventFeed feed) {
        var of = kinds.computeIfAbsent(kind.name(), name -> new Kind(new ArrayList<>(), new ArrayList<>()));
        IntStream.range(0, kind.tags())
                .mapToObj(worker -> KindProjection.id(projection, feed, worker))
                .forEach(of.workers()::add);
        of.tables().addAll(tables);
    }

    /** The names of the kinds that there are. */
    public Set<String> kinds() {
        return kinds.keySet();
    }

    /**
     * Completes with the names of the emptied tables when the projection has begun anew; fails with
     * {@link ViewsUnavailableException} when it cannot be reached. To repeat it does no harm, and is what helps after a failure: the projection may have been left paused.
     */
    public CompletionStage<List<String>> run(String kind) {
        var tables = kinds.get(kind).tables();
        return eachWorker(kind, projections::pause)
                .thenCompose(paused -> kept(kind))
                .thenCompose(kept -> truncate(tables, 0).thenCompose(emptied -> DeletedPosts.write(kept, rows)))
                .thenCompose(emptied -> eachWorker(kind, projections::clearOffset))
                .thenCompose(cleared -> eachWorker(kind, projections::resume))
                .<List<String>>thenApply(begun -> tables)
                .exceptionally(failure -> {
                    throw new ViewsUnavailableException(failure);
                });
    }

    private CompletionStage<?> eachWorker(String kind, Function<ProjectionId, CompletionStage<Done>> action) {
        return Concurrently.forEach(kinds.get(kind).workers(), action);
    }

    /** What must not be unknown for a moment. */
    private CompletionStage<List<Deletion>> kept(String kind) {
        return kind.equals(PostKind.create().name())
                ? deletedPosts.read()
                : CompletableFuture.completedFuture(List.of());
    }

    private CompletionStage<Void> truncate(List<String> tables, int next) {
        return next == tables.size()
                ? CompletableFuture.completedFuture(null)
                : session.executeAsync(SimpleStatement.newInstance("TRUNCATE " + tables.get(next))
                                .setTimeout(TRUNCATE_TIMEOUT))
                        .thenCompose(done -> truncate(tables, next + 1));
    }
}
