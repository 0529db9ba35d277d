package io.varve.read.audit;

import static io.varve.read.audit.AuditedNode.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.varve.node.account.AccountCommand;
import io.varve.read.account.AccountSlice;
import io.varve.read.audit.AuditLine.Gap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows of the views are deleted behind Varve's back, and what nothing happened to is left in peace. */
class AuditIT {
    private static AuditedNode node;

    @BeforeAll
    static void start() {
        node = new AuditedNode("varve_audit_it", "write,read");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static void settled(String accountId, int deposits) {
        node.awaitView(accountId, node.account(accountId, deposits));
        assertThat(node.audit(true, false).gaps()).isEmpty();
    }

    private static AuditedNode.Findings auditOf(String accountId, boolean deep) {
        return node.audit(
                Duration.ofMillis(500), new AuditRequest(Optional.of("account"), Optional.of(accountId), deep, true));
    }

    @Test
    void holeInALongStatement_isFoundByTheDeepAudit_andHealed() {
        settled("hole", 60);
        node.session().execute("DELETE FROM entry WHERE account_id = 'hole' AND bucket = 0 AND revision = 30");

        // The audit that compares the first and the last events says nothing of those between.
        assertThat(auditOf("hole", false).gaps()).isEmpty();

        var gaps = auditOf("hole", true).gaps();
        assertThat(gaps).hasSize(1);
        assertThat(gaps.get(0))
                .isEqualTo(new Gap("account", "hole", "entry", 61, 29, List.of(30L), 1, true, Optional.empty()));
        assertThat(auditOf("hole", true).gaps()).isEmpty();
    }

    @Test
    void wholeStatementAndListing_deleted_comeBack() {
        settled("gone", 10);
        node.session().execute("DELETE FROM entry WHERE account_id = 'gone' AND bucket = 0");
        node.session().execute("DELETE FROM account_by_owner WHERE owner = 'of gone'");

        assertThat(auditOf("gone", false).gaps())
                .extracting(Gap::view, Gap::missingCount, Gap::healed)
                .containsExactly(tuple("account_by_owner", 1L, true), tuple("entry", 10L, true));
        assertThat(auditOf("gone", true).gaps()).isEmpty();
    }

    /** A truncated table leaves nothing behind that would hide what is written anew. */
    @Test
    void truncatedViews_comeBack() {
        settled("truncated", 30);
        for (var table : List.of("account_view", "ledger_contribution", "entry")) {
            node.session().execute("TRUNCATE " + table);
        }

        var findings = node.audit(false, true);

        assertThat(findings.gaps()).isNotEmpty().allMatch(Gap::healed);
        assertThat(get(node.views().accounts().account("truncated"))
                        .orElseThrow()
                        .balanceMinor())
                .isEqualTo(30);
        assertThat(node.audit(true, false).gaps()).isEmpty();
    }

    /** Later events would not show in such a row either: better said than kept silent. */
    @Test
    void balanceRow_deletedByAClock_isNamedAsHidden() {
        settled("hidden", 2);
        node.session()
                .execute("DELETE FROM account_view WHERE slice = " + AccountSlice.of("hidden")
                        + " AND account_id = 'hidden'");

        var gaps = auditOf("hidden", false).gaps();

        assertThat(gaps).hasSize(1);
        assertThat(gaps.get(0).healed()).isFalse();
        assertThat(gaps.get(0).missing()).containsExactly(1L, 2L, 3L);
        assertThat(gaps.get(0).detail().orElseThrow()).contains("clock");
        // The way out that RATIONALE.md names.
        node.session().execute("TRUNCATE account_view");
        assertThat(node.audit(false, true).gaps()).isNotEmpty().allMatch(Gap::healed);
    }

    @Test
    void valueChangedByHand_isFound() {
        settled("changed", 2);
        node.session()
                .execute("UPDATE entry SET amount_minor = 1000000 WHERE account_id = 'changed' AND bucket = 0"
                        + " AND revision = 2");

        assertThat(auditOf("changed", false).gaps())
                .extracting(Gap::view, Gap::missing, Gap::healed)
                .containsExactly(tuple("entry", List.of(2L), true));
        assertThat(auditOf("changed", false).gaps()).isEmpty();
    }

    @Test
    void entityThatTheJournalDoesNotHave_isNoEntity() {
        var findings = auditOf("nobody", true);
        assertThat(findings.gaps()).isEmpty();
        assertThat(findings.summary().entities()).isZero();
    }

    /** Entities are written to all the time; what the views have not got to yet is no gap. */
    @Test
    void busySystem_hasNoFalseGaps() {
        var stop = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(8);
        var writers = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.runAsync(() -> write("busy-" + n, stop), threads))
                .toList();
        try {
            await().atMost(AuditedNode.LONG)
                    .until(() -> node.audit(false, false).summary().entities() >= 8);
            for (int round = 0; round < 12; round++) {
                var findings = node.audit(
                        Duration.ofSeconds(10),
                        new AuditRequest(Optional.empty(), Optional.empty(), round % 2 == 0, false));
                assertThat(findings.gaps()).as("round " + round).isEmpty();
                assertThat(findings.summary().unchecked()).isZero();
            }
        } finally {
            stop.set(true);
            threads.shutdown();
        }
        writers.forEach(AuditedNode::get);
    }

    private static void write(String accountId, AtomicBoolean stop) {
        node.account(accountId, 1);
        for (int n = 1; !stop.get(); n++) {
            node.accepted(accountId, "d" + n, new AccountCommand.Deposit(1, null, null));
        }
    }
}
