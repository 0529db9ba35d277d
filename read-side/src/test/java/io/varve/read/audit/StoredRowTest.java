package io.varve.read.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.read.AccountStory;
import io.varve.read.RegionStory;
import io.varve.read.TransferStory;
import io.varve.read.VehicleStory;
import io.varve.read.audit.StoredRow.Cell;
import io.varve.read.projection.AccountProjection;
import io.varve.read.projection.KindViews;
import io.varve.read.projection.RegionProjection;
import io.varve.read.projection.TransferProjection;
import io.varve.read.projection.VehicleProjection;
import io.varve.read.table.Happened;
import io.varve.read.table.Shape;
import io.varve.read.table.Write;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoredRowTest {
    private static final long CLOCK_MICROS = 1_780_000_000_000_000L;
    private static final Write BALANCE = new Shape("account_view", List.of("account_id"), List.of("balance", "reason"))
            .write(7, "alice", 100L, null);
    private static final Write ENTRY =
            new Shape("entry", List.of("account_id", "revision"), List.of("amount")).write(7, "alice", 7L, 100L);
    private static final Write KEY_ONLY = new Shape("ledger_currency", List.of("currency"), List.of()).write(7, "EUR");

    private static boolean shows(Write write, String column, Object value, long time) {
        return new StoredRow(Map.of(column, new Cell(value, time))).shows(write);
    }

    @Test
    void rowThatChanges_shows_whatWasWrittenThen_orLater() {
        assertThat(shows(BALANCE, "balance", 100L, 7)).isTrue();
        assertThat(shows(BALANCE, "balance", 5L, 8)).isTrue();
        assertThat(shows(BALANCE, "balance", 100L, 6)).isFalse();
        assertThat(shows(BALANCE, "balance", 99L, 7)).isFalse();
        assertThat(shows(BALANCE, "other", 100L, 7)).isFalse();
    }

    @Test
    void rowThatChanges_doesNotShow_whatAClockKeepsOut() {
        assertThat(shows(BALANCE, "balance", 100L, CLOCK_MICROS)).isFalse();
    }

    @Test
    void rowThatNeverChanges_isJudgedByItsValue() {
        assertThat(shows(ENTRY, "amount", 100L, 7)).isTrue();
        assertThat(shows(ENTRY, "amount", 100L, CLOCK_MICROS)).isTrue();
        assertThat(shows(ENTRY, "amount", 99L, CLOCK_MICROS)).isFalse();
        assertThat(shows(ENTRY, "other", 100L, 7)).isFalse();
    }

    @Test
    void rowOfNothingButAKey_showsByBeingThere() {
        assertThat(new StoredRow(Map.of()).shows(KEY_ONLY)).isTrue();
    }

    /** The list of the views that never change is held against what the handlers do. */
    @Test
    void writtenOnce_areExactlyTheRows_thatOneEventWrites() {
        var changing = new HashSet<String>();
        var all = new TreeSet<String>();
        note(
                AccountProjection.views(),
                AccountStory.full("account", "owner", "EUR").events(),
                all,
                changing);
        note(
                TransferProjection.views(),
                new TransferStory("transfer", "a", "b").full().events(),
                all,
                changing);
        note(RegionProjection.views(), RegionStory.full("region").events(), all, changing);
        note(
                VehicleProjection.views(Duration.ofDays(31)),
                VehicleStory.full("vehicle").at(41).events(),
                all,
                changing);
        all.removeAll(changing);

        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                StoredRow.WRITTEN_ONCE.stream(),
                                // Of key columns only.
                                Stream.of("ledger_currency", "transfer_month_by_account"))
                        .toList());
    }

    private static <E> void note(KindViews<E> views, List<Happened<E>> events, Set<String> all, Set<String> changing) {
        var revisionOf = new HashMap<List<Object>, Long>();
        for (var event : events) {
            views.all().flatMap(view -> view.writes(event).stream()).forEach(write -> {
                var table = write.shape().table();
                all.add(table);
                var before = revisionOf.put(List.of(table, write.key()), write.revision());
                if (before != null && before != write.revision()) {
                    changing.add(table);
                }
            });
        }
    }
}
