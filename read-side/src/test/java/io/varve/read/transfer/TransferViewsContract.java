package io.varve.read.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.node.transfer.TransferEvent;
import io.varve.node.transfer.TransferEvent.Completed;
import io.varve.node.transfer.TransferEvent.Held;
import io.varve.node.transfer.TransferEvent.Parked;
import io.varve.node.transfer.TransferEvent.Posted;
import io.varve.node.transfer.TransferEvent.Retried;
import io.varve.node.transfer.TransferEvent.ReversalRefused;
import io.varve.node.transfer.TransferEvent.ReversalRequested;
import io.varve.node.transfer.TransferEvent.ReversalStarted;
import io.varve.node.transfer.TransferEvent.Reversed;
import io.varve.node.transfer.TransferEvent.Undone;
import io.varve.node.transfer.TransferEvent.VoidRequested;
import io.varve.node.transfer.TransferStatus;
import io.varve.node.transfer.TransferStep;
import io.varve.read.AccountStory;
import io.varve.read.TransferStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.BadCursorException;
import io.varve.read.query.Cursor;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class TransferViewsContract extends ViewsContract {
    private final String id = unique("transfer");
    private final String a = unique("a");
    private final String b = unique("b");
    private final TransferStory story = new TransferStory(id, a, b);

    private TransferView transfer() {
        return await(views().transfers().transfer(id)).orElseThrow();
    }

    /** What the view shows after each of the events that follow what was written before. */
    private List<String> statusAfterEach(TransferEvent... events) {
        List<String> statuses = new ArrayList<>();
        for (var event : events) {
            story.then(event);
            writeTransfers(story.events());
            statuses.add(transfer().status()
                    + transfer().reason().map(reason -> " " + reason).orElse(""));
        }
        return statuses;
    }

    @Test
    void transfer_showsWhatWasAskedFor() {
        writeTransfers(story.requestedAsHold("rent", "original").events());

        assertThat(transfer())
                .isEqualTo(new TransferView(
                        id,
                        "EUR",
                        "accepted",
                        Optional.empty(),
                        List.of(new PostingView(a, b, 100)),
                        Optional.of("rent"),
                        true,
                        Optional.of(TransferStory.ACCEPTED_AT.plusSeconds(60)),
                        Optional.of(TransferStory.ACCEPTED_AT.minusSeconds(60)),
                        Optional.of("original"),
                        Optional.empty(),
                        TransferStory.ACCEPTED_AT,
                        1));
    }

    @Test
    void status_changesWhereTheTransferRests() {
        story.requestedAsHold(null, null);
        assertThat(statusAfterEach(
                        new Held(),
                        new VoidRequested(),
                        new Posted(story.postings(60)),
                        new Parked(TransferStep.REFUND, 0, a, "ACCOUNT_CLOSED"),
                        new Retried(1),
                        new Completed(),
                        new ReversalRequested("r1"),
                        new ReversalStarted("r1"),
                        new ReversalRefused("r1", "INSUFFICIENT_FUNDS"),
                        new Reversed("r2")))
                .containsExactly(
                        "held",
                        "held",
                        "accepted",
                        "parked account-closed",
                        "accepted",
                        "completed",
                        "completed",
                        "completed",
                        "completed",
                        "reversed");
        assertThat(transfer().postings()).containsExactly(new PostingView(a, b, 60));
        assertThat(transfer().reversedBy()).contains("r2");
        assertThat(transfer().revision()).isEqualTo(11);
    }

    @Test
    void undoneTransfer_saysHowAndWhy() {
        story.requested();
        assertThat(statusAfterEach(
                        new Undone(TransferStatus.REJECTED, "INSUFFICIENT_FUNDS"),
                        new Undone(TransferStatus.ROLLED_BACK, "account-closed"),
                        new Undone(TransferStatus.VOIDED, null),
                        new Undone(TransferStatus.EXPIRED, null)))
                .containsExactly("rejected insufficient-funds", "rolled-back account-closed", "voided", "expired");
    }

    @Test
    void timeline_hasEveryStep_inTheOrderOfTheRevisions() {
        writeTransfers(reversed(story.full().events()));

        var timeline = await(views().transfers().timeline(id));

        assertThat(timeline)
                .extracting(step ->
                        step.step() + " " + step.accountId().map(this::letter).orElse("-") + " " + step.outcome())
                .containsExactly(
                        "accepted - ok",
                        "hold a ok",
                        "held - ok",
                        "posted - ok",
                        "credit b account-closed",
                        "parked a account-closed",
                        "retried - ok",
                        "rolled-back - account-closed",
                        "completed - ok",
                        "reversal-requested - ok",
                        "reversal-refused - insufficient-funds",
                        "reversal-requested - ok",
                        "reversed - ok");
        assertThat(timeline.get(0))
                .isEqualTo(new TimelineStep(1, TransferStory.ACCEPTED_AT, "accepted", Optional.empty(), "ok"));
        assertThat(timeline.get(1).at()).isEqualTo(AccountStory.at(2));
    }

    private String letter(String accountId) {
        return accountId.substring(0, 1);
    }

    @Test
    void replay_changesNothing() {
        writeTransfers(story.full().events());
        var before = dump();

        replayTransfers(story.events());

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void olderEvent_doesNotWin_whenItComesLater() {
        writeTransfers(reversed(story.completed().events()));

        assertThat(transfer().status()).isEqualTo("completed");
        assertThat(transfer().revision()).isEqualTo(4);
    }

    @Test
    void reading_isBehind_whenTheTimeIsUp() {
        assertThat(await(views().transfers().transfer(id, 1, Duration.ofMillis(20))))
                .isEqualTo(new Reading.Behind<>(0));
        writeTransfers(story.requested().events());
        assertThat(await(views().transfers().transfer(id, 2, Duration.ofMillis(20))))
                .isEqualTo(new Reading.Behind<>(1));
        assertThat(await(views().transfers().transfer(id, 1, Duration.ZERO)))
                .isEqualTo(new Reading.Found<>(transfer()));
    }

    @Test
    void byAccount_pagesToTheEnd_latestFirst_acrossMonths() {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            // Two at each moment, and three moments a month.
            var at = Instant.parse("2025-11-25T00:00:00Z").plus(Duration.ofDays(10L * (n / 2)));
            var each = id + "-" + (char) ('a' + n);
            ids.add(each);
            writeTransfers(new TransferStory(each, n % 3 == 0 ? a : b, n % 3 == 0 ? b : a, at)
                    .completed()
                    .events());
        }
        for (var accountId : new String[] {a, b}) {
            for (int limit : new int[] {1, 5, 23, 24, 25}) {
                var transfers = allPages(limit, page -> views().transfers().byAccount(accountId, page));
                assertThat(transfers).extracting(TransferView::transferId).isEqualTo(reversed(ids));
                assertThat(transfers).extracting(TransferView::status).containsOnly("completed");
            }
        }
    }

    @Test
    void byAccount_refusesABadCursor() {
        for (var cursor :
                new String[] {Cursor.encode("account-transfers", 1), Cursor.encode("account-transfers", "x", "y"), "§"
                }) {
            assertThatThrownBy(() -> views().transfers()
                            .byAccount(a, PageRequest.first(5).after(cursor)))
                    .isInstanceOf(BadCursorException.class);
        }
        var far = PageRequest.first(5).after(Cursor.encode("account-transfers", Long.MAX_VALUE, "t"));
        assertThat(await(views().transfers().byAccount(a, far)).items()).isEmpty();
    }
}
