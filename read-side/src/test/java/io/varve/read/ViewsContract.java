package io.varve.read;

import io.varve.node.account.AccountEvent;
import io.varve.node.crowd.CrowdEvent;
import io.varve.node.post.PostEvent;
import io.varve.node.region.RegionEvent;
import io.varve.node.route.RouteEvent;
import io.varve.node.transfer.TransferEvent;
import io.varve.node.user.UserEvent;
import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.projection.AccountProjection;
import io.varve.read.projection.CrowdProjection;
import io.varve.read.projection.KindViews;
import io.varve.read.projection.PostProjection;
import io.varve.read.projection.RegionProjection;
import io.varve.read.projection.RouteProjection;
import io.varve.read.projection.TransferProjection;
import io.varve.read.projection.UserProjection;
import io.varve.read.projection.VehicleProjection;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.table.Happened;
import io.varve.read.table.RowStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** What the contract tests of the views have in common. */
public abstract class ViewsContract {
    /** The parts in which streams are written; an odd size, so that they are cut in different places. */
    private static final int GROUP = 7;

    private static final Duration RETENTION = Duration.ofDays(31);

    private Fixture fixture;

    protected abstract Fixture fixture();

    @BeforeEach
    void prepare() {
        fixture = fixture();
    }

    protected Views views() {
        return fixture.views();
    }

    protected String dump() {
        return fixture.dump().get();
    }

    /** A name that no other test uses. */
    protected static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    protected RowStore rows() {
        return fixture.rows();
    }

    protected void writeAccounts(List<Happened<AccountEvent>> events) {
        writeInGroups(events, GROUP, AccountProjection.views());
    }

    protected void writeTransfers(List<Happened<TransferEvent>> events) {
        writeInGroups(events, GROUP, TransferProjection.views());
    }

    protected void writeRegions(List<Happened<RegionEvent>> events) {
        writeInGroups(events, GROUP, RegionProjection.views());
    }

    protected void writeRoutes(List<Happened<RouteEvent>> events) {
        writeInGroups(events, GROUP, RouteProjection.views());
    }

    protected void writeVehicles(List<Happened<VehicleEvent>> events) {
        writeVehicles(events, RETENTION);
    }

    /** @param retention how long tracks are kept */
    protected void writeVehicles(List<Happened<VehicleEvent>> events, Duration retention) {
        writeInGroups(events, GROUP, VehicleProjection.views(retention));
    }

    /** Writes a stream again: as a whole, one by one, and from its end to its beginning. */
    protected void replayAccounts(List<Happened<AccountEvent>> events) {
        replay(events, AccountProjection.views());
    }

    protected void replayTransfers(List<Happened<TransferEvent>> events) {
        replay(events, TransferProjection.views());
    }

    protected void replayRegions(List<Happened<RegionEvent>> events) {
        replay(events, RegionProjection.views());
    }

    protected void replayRoutes(List<Happened<RouteEvent>> events) {
        replay(events, RouteProjection.views());
    }

    protected void replayVehicles(List<Happened<VehicleEvent>> events) {
        replay(events, VehicleProjection.views(RETENTION));
    }

    protected void writeUsers(List<Happened<UserEvent>> events) {
        writeInGroups(events, GROUP, UserProjection.views());
    }

    protected void writePosts(List<Happened<PostEvent>> events) {
        writeInGroups(events, GROUP, PostProjection.views());
    }

    protected void writeCrowds(List<Happened<CrowdEvent>> events) {
        writeInGroups(events, GROUP, CrowdProjection.views());
    }

    protected void replayUsers(List<Happened<UserEvent>> events) {
        replay(events, UserProjection.views());
    }

    protected void replayPosts(List<Happened<PostEvent>> events) {
        replay(events, PostProjection.views());
    }

    protected void replayCrowds(List<Happened<CrowdEvent>> events) {
        replay(events, CrowdProjection.views());
    }

    private <E> void replay(List<Happened<E>> events, KindViews<E> views) {
        writeInGroups(events, 500, views);
        writeInGroups(events, 1, views);
        writeInGroups(reversed(events), 1, views);
        writeInGroups(reversed(events), GROUP, views);
    }

    private <E> void writeInGroups(List<Happened<E>> events, int size, KindViews<E> views) {
        for (int from = 0; from < events.size(); from += size) {
            await(views.write(events.subList(from, Math.min(events.size(), from + size)), fixture.rows()));
        }
    }

    protected static <T> List<T> reversed(List<T> items) {
        var reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Everything in a list, page by page. */
    protected static <T> List<T> allPages(int limit, Function<PageRequest, CompletionStage<Page<T>>> list) {
        List<T> all = new ArrayList<>();
        var page = await(list.apply(PageRequest.first(limit)));
        all.addAll(page.items());
        while (page.nextCursor().isPresent()) {
            page = await(
                    list.apply(PageRequest.first(limit).after(page.nextCursor().get())));
            if (page.items().isEmpty()) {
                throw new AssertionError("a cursor led to an empty page");
            }
            all.addAll(page.items());
        }
        return all;
    }

    protected static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
