package io.varve.read.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.node.account.AccountEvent;
import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent;
import io.varve.node.region.RegionEvent;
import io.varve.node.route.RouteEvent;
import io.varve.node.transfer.TransferEvent;
import io.varve.node.user.UserEvent;
import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.AccountStory;
import io.varve.read.CrowdStory;
import io.varve.read.PostStory;
import io.varve.read.RegionStory;
import io.varve.read.TransferStory;
import io.varve.read.UserStory;
import io.varve.read.VehicleStory;
import io.varve.read.feed.EventPage;
import io.varve.read.table.Happened;
import io.varve.read.table.InMemoryRows;
import io.varve.read.table.RowStore;
import io.varve.read.table.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KindViewsTest {
    private final List<Happened<AccountEvent>> account =
            AccountStory.full("account", "owner", "EUR").events();
    private final List<Happened<TransferEvent>> transfer =
            new TransferStory("transfer", "a", "b").full().events();

    private final List<Happened<RegionEvent>> region =
            RegionStory.full("region").events();
    private final List<Happened<RouteEvent>> route = List.of(RegionStory.route("route", 1, "Route", null));
    private final List<Happened<VehicleEvent>> vehicle =
            VehicleStory.full("vehicle").events();
    private final List<Happened<UserEvent>> user = UserStory.full("user").events();
    private final List<Happened<PostEvent>> post = PostStory.full("post").events();
    private final List<Happened<CrowdEvent>> crowd =
            CrowdStory.full(CrowdRelation.LIKES, "post").events();

    @Test
    void everyView_knowsEveryEvent() {
        assertThat(names(account)).isEqualTo(permitted(AccountEvent.class));
        assertThat(names(transfer)).isEqualTo(permitted(TransferEvent.class));
        assertThat(names(region)).isEqualTo(permitted(RegionEvent.class));
        assertThat(names(route)).isEqualTo(permitted(RouteEvent.class));
        assertThat(names(vehicle)).isEqualTo(permitted(VehicleEvent.class));
        assertThat(names(user)).isEqualTo(permitted(UserEvent.class));
        assertThat(names(post)).isEqualTo(permitted(PostEvent.class));
        assertThat(names(crowd)).isEqualTo(permitted(CrowdEvent.class));

        // Neither throws on an event that it does not know.
        AccountProjection.views().write(account, new InMemoryRows());
        TransferProjection.views().write(transfer, new InMemoryRows());
        RegionProjection.views().write(region, new InMemoryRows());
        RouteProjection.views().write(route, new InMemoryRows());
        VehicleProjection.views(Duration.ofDays(1)).write(vehicle, new InMemoryRows());
        UserProjection.views().write(user, new InMemoryRows());
        PostProjection.views().write(post, new InMemoryRows());
        CrowdProjection.views().write(crowd, new InMemoryRows());
    }

    private static <E> Set<String> names(List<Happened<E>> events) {
        return events.stream().map(each -> each.event().getClass().getName()).collect(Collectors.toSet());
    }

    private static Set<String> permitted(Class<?> root) {
        return Arrays.stream(root.getPermittedSubclasses()).map(Class::getName).collect(Collectors.toSet());
    }

    @Test
    void everyView_throws_onAnEventThatItDoesNotKnow() {
        throwOnUnknown(AccountProjection.views());
        throwOnUnknown(TransferProjection.views());
        throwOnUnknown(RegionProjection.views());
        throwOnUnknown(RouteProjection.views());
        throwOnUnknown(VehicleProjection.views(Duration.ZERO));
        throwOnUnknown(UserProjection.views());
        throwOnUnknown(PostProjection.views());
        throwOnUnknown(CrowdProjection.views());
    }

    /** Sealed types leave no unknown event but null. */
    private <E> void throwOnUnknown(KindViews<E> views) {
        var unknown = new Happened<E>("id", 1, account.get(0).command(), null);
        views.all()
                .forEach(view -> assertThatThrownBy(() -> view.writes(unknown)).isInstanceOf(RuntimeException.class));
    }

    @Test
    void rowThatTellsTheRevision_isWrittenLast_andOnce() {
        List<List<String>> tables = new ArrayList<>();
        RowStore recording = new RowStore() {
            @Override
            public CompletionStage<Void> write(List<Write> writes) {
                tables.add(writes.stream().map(write -> write.shape().table()).toList());
                return CompletableFuture.completedFuture(null);
            }
        };
        var story = AccountStory.opened("account", "owner", "EUR");
        for (int n = 0; n < 100; n++) {
            story.deposit(1);
        }

        AccountProjection.views().write(story.events(), recording);

        assertThat(tables).hasSize(2);
        assertThat(tables.get(0))
                .doesNotContain("account_view")
                .filteredOn("entry"::equals)
                .hasSize(100);
        assertThat(tables.get(0)).filteredOn("ledger_contribution"::equals).hasSize(2);
        assertThat(tables.get(1)).containsExactly("account_view", "account_view");
    }

    @Test
    void failedWrite_failsThePage() {
        RowStore failing = writes -> CompletableFuture.failedFuture(new IllegalStateException("no Cassandra"));

        AfterRows<AccountEvent> never = events -> CompletableFuture.failedFuture(new AssertionError("not written"));
        var handled = new PageHandler<>(AccountProjection.views(), failing, never, noGaps()).process(page());

        assertThatThrownBy(() -> handled.toCompletableFuture().join()).hasMessageContaining("no Cassandra");
    }

    @Test
    void whatComesAfterTheRows_seesThem_andFailsThePage() {
        var rows = new InMemoryRows();
        List<Happened<AccountEvent>> seen = new ArrayList<>();
        AfterRows<AccountEvent> after = events -> {
            assertThat(rows.all("account_view")).isNotEmpty();
            seen.addAll(events);
            return CompletableFuture.failedFuture(new IllegalStateException("not yet"));
        };

        var handled = new PageHandler<>(AccountProjection.views(), rows, after, noGaps()).process(page());

        assertThatThrownBy(() -> handled.toCompletableFuture().join()).hasMessageContaining("not yet");
        assertThat(seen).isEqualTo(account);
    }

    private EventPage<AccountEvent> page() {
        return new EventPage<>(account, "offset");
    }

    private static GapFiller<AccountEvent> noGaps() {
        return new GapFiller<>(
                id -> CompletableFuture.completedFuture(Long.MAX_VALUE - 1),
                (id, from, to) -> CompletableFuture.failedFuture(new AssertionError("no gap was to be filled")));
    }
}
