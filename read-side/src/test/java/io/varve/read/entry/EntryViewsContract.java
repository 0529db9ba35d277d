package io.varve.read.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.read.AccountStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.BadCursorException;
import io.varve.read.query.Cursor;
import io.varve.read.query.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

abstract class EntryViewsContract extends ViewsContract {
    private final String id = unique("account");

    private List<EntryView> entries(Optional<Instant> from, Optional<Instant> to, int limit) {
        return allPages(limit, page -> views().entries().entries(id, from, to, page));
    }

    private List<EntryView> entries() {
        return entries(Optional.empty(), Optional.empty(), 100);
    }

    @Test
    void entries_areTheMovementsOfMoney_newestFirst() {
        writeAccounts(AccountStory.full(id, "owner", "EUR").events());

        assertThat(reversed(entries()))
                .extracting(EntryView::kind, EntryView::amountMinor, EntryView::balanceAfterMinor)
                .containsExactly(
                        Tuple.tuple("deposit", 1_000L, 1_000L),
                        Tuple.tuple("withdrawal", -100L, 900L),
                        Tuple.tuple("transfer-out", -200L, 700L),
                        Tuple.tuple("transfer-out", -300L, 400L),
                        Tuple.tuple("transfer-refund", 300L, 700L),
                        Tuple.tuple("transfer-in", 70L, 770L),
                        Tuple.tuple("transfer-recall", -70L, 700L),
                        Tuple.tuple("withdrawal", -700L, 0L));
    }

    @Test
    void entry_hasBothTimesTransferAndDescription() {
        var effectiveAt = Instant.parse("1993-01-05T00:00:00.123456Z");
        writeAccounts(AccountStory.opened(id, "owner", "EUR")
                .deposit(7, effectiveAt, "interest")
                .hold("t1", 5)
                .capture("t1", 5)
                .events());

        assertThat(entries())
                .containsExactly(
                        new EntryView(
                                4,
                                AccountStory.at(4),
                                AccountStory.START,
                                "transfer-out",
                                -5,
                                2,
                                Optional.of("t1"),
                                Optional.empty()),
                        new EntryView(
                                2,
                                AccountStory.at(2),
                                Instant.parse("1993-01-05T00:00:00.123Z"),
                                "deposit",
                                7,
                                7,
                                Optional.empty(),
                                Optional.of("interest")));
    }

    @Test
    void replay_changesNothing() {
        var story = AccountStory.full(id, "owner", "EUR");
        writeAccounts(story.events());
        var before = dump();

        replayAccounts(story.events());

        assertThat(dump()).isEqualTo(before);
        assertThat(entries()).hasSize(8);
    }

    @Test
    void entries_pageToTheEnd_acrossBuckets() {
        long first = 2 * EntryBucket.REVISIONS - 20;
        var story = new AccountStory(id, "EUR", first);
        for (int n = 0; n < 41; n++) {
            story.deposit(1);
        }
        writeAccounts(story.events());

        for (int limit : new int[] {1, 7, 20, 40, 41, 42}) {
            var entries = entries(Optional.empty(), Optional.empty(), limit);
            assertThat(entries).hasSize(41);
            assertThat(entries.get(0).revision()).isEqualTo(first + 40);
            assertThat(entries.get(40).revision()).isEqualTo(first);
            assertThat(entries).extracting(EntryView::revision).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        }
    }

    @Test
    void entries_areSelectedByEffectiveTime_fromInclusiveToExclusive() {
        var story = AccountStory.opened(id, "owner", "EUR");
        for (int day = 1; day <= 9; day++) {
            // Recorded in one order, effective in another.
            story.deposit(day, Instant.parse("1993-01-0" + (10 - day) + "T00:00:00Z"), null);
        }
        writeAccounts(story.events());
        var third = Optional.of(Instant.parse("1993-01-03T00:00:00Z"));
        var sixth = Optional.of(Instant.parse("1993-01-06T00:00:00Z"));

        for (int limit : new int[] {1, 2, 3, 50}) {
            assertThat(entries(third, sixth, limit))
                    .extracting(EntryView::amountMinor)
                    .containsExactly(7L, 6L, 5L);
        }
        assertThat(entries(sixth, Optional.empty(), 2))
                .extracting(EntryView::amountMinor)
                .containsExactly(4L, 3L, 2L, 1L);
        assertThat(entries(Optional.empty(), third, 2))
                .extracting(EntryView::amountMinor)
                .containsExactly(9L, 8L);
        assertThat(entries(third.map(at -> at.plusNanos(1)), sixth, 9))
                .extracting(EntryView::amountMinor)
                .containsExactly(6L, 5L);
    }

    @Test
    void absurdTimes_stopNothing() {
        writeAccounts(AccountStory.opened(id, "owner", "EUR")
                .deposit(1, Instant.MAX, null)
                .deposit(2, Instant.MIN, null)
                .events());

        assertThat(entries()).extracting(EntryView::amountMinor).containsExactly(2L, 1L);
        assertThat(entries(Optional.of(Instant.MIN), Optional.of(Instant.EPOCH), 5))
                .extracting(EntryView::amountMinor)
                .containsExactly(2L);
    }

    @Test
    void madeUpCursor_endsSoon_orIsRefused() {
        writeAccounts(AccountStory.opened(id, "owner", "EUR").deposit(1).events());

        var far = PageRequest.first(5).after(Cursor.encode("entries", Long.MAX_VALUE));
        assertThat(await(views().entries().entries(id, Optional.empty(), Optional.empty(), far))
                        .items())
                .hasSize(1);
        for (var cursor : new String[] {
            Cursor.encode("entries", -1), Cursor.encode("entries", "x"), Cursor.encode("owner", 1), "%"
        }) {
            assertThatThrownBy(() -> views().entries()
                            .entries(
                                    id,
                                    Optional.empty(),
                                    Optional.empty(),
                                    PageRequest.first(5).after(cursor)))
                    .isInstanceOf(BadCursorException.class);
        }
    }

    @Test
    void unknownAccount_hasNoEntries() {
        assertThat(entries()).isEmpty();
    }
}
