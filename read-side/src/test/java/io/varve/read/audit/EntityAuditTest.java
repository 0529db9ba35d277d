package io.varve.read.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.node.account.AccountEvent;
import io.varve.read.AccountStory;
import io.varve.read.audit.AuditLine.Gap;
import io.varve.read.projection.AccountProjection;
import io.varve.read.projection.KindViews;
import io.varve.read.table.Happened;
import io.varve.read.table.RowStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EntityAuditTest {
    private static final Duration PATIENCE = Duration.ofMillis(310);

    private final KindViews<AccountEvent> views = AccountProjection.views();
    private final FakeTables tables = new FakeTables();
    private List<Happened<AccountEvent>> journal =
            AccountStory.full("alice", "Ann", "EUR").events();

    private EntityAudit<AccountEvent> audit(RowStore rows) {
        return new EntityAudit<>(
                "account",
                views,
                (id, from, to) -> CompletableFuture.completedFuture(journal.stream()
                        .filter(event -> event.revision() >= from && event.revision() <= to)
                        .toList()),
                tables,
                rows);
    }

    private final EntityAudit<AccountEvent> audit = audit(tables);

    private long last() {
        return journal.size();
    }

    private void project(long from, long to) {
        get(views.write(journal.subList((int) from - 1, (int) to), tables));
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private Gap gap(List<Gap> gaps, String view) {
        return gaps.stream().filter(gap -> gap.view().equals(view)).findFirst().orElseThrow();
    }

    @Test
    void whatIsProjected_isNoGap() {
        project(1, last());

        assertThat(get(audit.look("alice", Span.all(last()))).isEmpty()).isTrue();
        assertThat(get(audit.conclude("alice", last(), true))).isEmpty();
    }

    /** The story: opened, deposit, withdraw, hold, capture (5), .., debit, credit, credit, debit (11), .., withdraw 14. */
    @Test
    void tailThatTheViewsNeverGot_isNamedView_byView_andHealed() {
        project(1, 10);

        var gaps = get(audit.conclude("alice", last(), true));

        assertThat(gaps).allMatch(Gap::healed).allMatch(gap -> gap.journalRevision() == last());
        assertThat(gaps).extracting(Gap::view).containsExactly("account_view", "entry", "ledger_contribution");
        assertThat(gap(gaps, "account_view").missing()).containsExactly(11L, 12L, 13L, 14L, 15L);
        assertThat(gap(gaps, "account_view").viewRevision()).isEqualTo(10);
        assertThat(gap(gaps, "entry").missing()).containsExactly(11L, 14L);
        assertThat(get(audit.look("alice", Span.all(last()))).isEmpty()).isTrue();
    }

    @Test
    void entityThatNoViewKnows_lacksEverything() {
        var gaps = get(audit.conclude("alice", last(), true));

        assertThat(gaps)
                .extracting(Gap::view)
                .containsExactly("account_by_owner", "account_view", "entry", "ledger_contribution", "ledger_currency");
        assertThat(gaps).allMatch(Gap::healed);
        assertThat(gap(gaps, "account_view").viewRevision()).isZero();
        assertThat(gap(gaps, "account_view").missingCount()).isEqualTo(last());
    }

    @Test
    void holeInAPerRevisionView_isFound_thoughTheLastRevisionIsThere() {
        project(1, last());
        tables.lose("entry", 5);

        var gaps = get(audit.conclude("alice", last(), true));

        assertThat(gaps).hasSize(1);
        assertThat(gaps.get(0).missing()).containsExactly(5L);
        assertThat(gaps.get(0).viewRevision()).isEqualTo(4);
        assertThat(gaps.get(0).healed()).isTrue();
    }

    @Test
    void withoutHealing_nothingIsWritten() {
        project(1, 10);
        var before = tables.toString();

        var gaps = get(audit.conclude("alice", last(), false));

        assertThat(gaps)
                .hasSize(3)
                .noneMatch(Gap::healed)
                .allMatch(gap -> gap.detail().isEmpty());
        assertThat(tables.toString()).isEqualTo(before);
    }

    /** A deletion by a clock's time outbids all revisions. */
    @Test
    void deletionByAClock_isHealed_whereRowsNeverChange_andAdmittedElsewhere() {
        project(1, last());
        tables.deleteByClock("entry");
        tables.deleteByClock("account_by_owner");
        tables.deleteByClock("ledger_currency");
        tables.deleteByClock("account_view");

        var gaps = get(audit.conclude("alice", last(), true));

        assertThat(gap(gaps, "entry").healed()).isTrue();
        assertThat(gap(gaps, "account_by_owner").healed()).isTrue();
        assertThat(gap(gaps, "ledger_currency").healed()).isTrue();
        assertThat(gap(gaps, "account_view").healed()).isFalse();
        assertThat(gap(gaps, "account_view").detail().orElseThrow()).contains("clock");
        assertThat(gap(gaps, "entry").detail()).isEmpty();
    }

    @Test
    void gapThatCannotBeWritten_isNamedAllTheSame() {
        project(1, 10);
        RowStore failing = writes -> CompletableFuture.failedFuture(new IllegalStateException("no Cassandra"));

        var gaps = get(audit(failing).conclude("alice", last(), true));

        assertThat(gaps)
                .hasSize(3)
                .noneMatch(Gap::healed)
                .allMatch(gap -> gap.detail().isPresent());
    }

    @Test
    void viewThatCatchesUpMeanwhile_isNoGap() {
        project(1, 10);
        var lack = get(audit.look("alice", Span.all(last())));
        assertThat(lack.isEmpty()).isFalse();

        CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(() -> project(11, last()));

        assertThat(get(audit.lookAgain("alice", Span.all(last()), lack, PATIENCE))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void viewThatStaysBehind_isWaitedFor_onlySoLong() {
        project(1, 10);
        var lack = get(audit.look("alice", Span.all(last())));
        long begin = System.nanoTime();

        assertThat(get(audit.lookAgain("alice", Span.all(last()), lack, PATIENCE))
                        .first())
                .isEqualTo(11);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(PATIENCE, PATIENCE.multipliedBy(10));
    }

    @Test
    void manyMissing_areCounted_andTheFirstNamed() {
        var story = AccountStory.opened("alice", "Ann", "EUR");
        IntStream.range(0, 1_200).forEach(n -> story.deposit(1));
        journal = story.events();
        project(1, 1);

        var gaps = get(audit.conclude("alice", last(), true));

        assertThat(gap(gaps, "entry").missing())
                .isEqualTo(LongStream.rangeClosed(2, 101).boxed().toList());
        assertThat(gap(gaps, "entry").missingCount()).isEqualTo(1_200);
        assertThat(gaps).allMatch(Gap::healed);
    }

    @Test
    void journalWithAHole_isNoMatterOfTheViews() {
        project(1, last());
        journal = journal.stream().filter(event -> event.revision() != 4).toList();

        assertThatThrownBy(() -> get(audit.look("alice", Span.all(15))))
                .hasCauseInstanceOf(BrokenJournalException.class);
    }

    @Test
    void lackOfOneView_doesNotHideThatOfAnother() {
        project(1, last());
        tables.lose("entry", 14);
        tables.lose("account_by_owner", 1);

        var gaps = get(audit.conclude("alice", last(), true));

        assertThat(gaps)
                .extracting(gap -> Map.entry(gap.view(), gap.missing()))
                .containsExactly(Map.entry("account_by_owner", List.of(1L)), Map.entry("entry", List.of(14L)));
    }
}
