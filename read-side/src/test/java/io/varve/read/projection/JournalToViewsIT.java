package io.varve.read.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.LocalNode;
import io.varve.node.Node;
import io.varve.node.account.AccountAnswer;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountRefusal;
import io.varve.node.account.Accounts;
import io.varve.node.entity.Outcome;
import io.varve.node.transfer.Posting;
import io.varve.node.transfer.TransferCommand;
import io.varve.node.transfer.Transfers;
import io.varve.read.Views;
import io.varve.read.account.AccountView;
import io.varve.read.entry.EntryView;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import io.varve.read.transfer.TimelineStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A node with the roles write and read: what a command was answered is what the views come to show. */
@TestInstance(Lifecycle.PER_CLASS)
class JournalToViewsIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    private Node node;

    /** The setting varve.journal. */
    String journal() {
        return "batching";
    }

    @BeforeAll
    void start() {
        node = LocalNode.start(
                "varve_journal_to_views_" + journal() + "_it", "write,read", Map.of("varve.journal", journal()));
    }

    @AfterAll
    void stop() {
        LocalNode.stop(node);
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** The revision after the command, which must be accepted; what no answer came for is sent again. */
    private long accepted(String accountId, String commandId, AccountCommand command) {
        var accounts = new Accounts(node.entities());
        var outcome = await().atMost(LONG)
                .until(
                        () -> get(accounts.submit(accountId, commandId, "tester", null, command)),
                        answer -> !(answer instanceof Outcome.Failed<AccountAnswer, AccountRefusal>));
        return ((Outcome.Accepted<AccountAnswer, AccountRefusal>) outcome).revision();
    }

    private void openWith(String accountId, String owner, long amountMinor) {
        accepted(accountId, "open", new AccountCommand.Open(owner, "EUR", 0, Map.of()));
        accepted(accountId, "first", new AccountCommand.Deposit(amountMinor, null, "first"));
    }

    private AccountView accountAt(Views views, String accountId, long revision) {
        var reading = get(views.accounts().account(accountId, revision, LONG));
        assertThat(reading).isInstanceOf(Reading.Found.class);
        return ((Reading.Found<AccountView>) reading).row();
    }

    @Test
    void views_showWhatWasAnswered_alsoAfterARestart() {
        var views = Views.of(node);
        var from = "from-" + UUID.randomUUID();
        var to = "to-" + UUID.randomUUID();
        openWith(from, "ann", 1_000);
        openWith(to, "ben", 50);
        assertThat(accountAt(views, from, 2).balanceMinor()).isEqualTo(1_000);

        var transferId = "transfer-" + UUID.randomUUID();
        get(new Transfers(node.entities())
                .request(
                        transferId,
                        "tester",
                        new TransferCommand.Request(
                                "EUR", List.of(new Posting(from, to, 300)), "rent", false, null, null, null)));
        await().atMost(LONG)
                .until(() -> get(views.transfers().transfer(transferId))
                        .filter(transfer -> transfer.status().equals("completed"))
                        .isPresent());
        await().atMost(LONG)
                .until(() -> get(views.accounts().account(to)).orElseThrow().balanceMinor() == 350);

        assertThat(get(views.transfers().timeline(transferId)))
                .extracting(TimelineStep::step)
                .containsExactly("accepted", "debit", "credit", "completed");
        assertThat(get(views.transfers().byAccount(from, PageRequest.first(5))).items())
                .hasSize(1);
        assertThat(entries(views, from)).extracting(EntryView::amountMinor).containsExactly(-300L, 1_000L);
        assertThat(entries(views, to)).extracting(EntryView::amountMinor).containsExactly(300L, 50L);
        var totals = get(views.ledger().totals()).get(0);
        assertThat(totals.balanceMinor()).isEqualTo(1_050);
        assertThat(totals.depositedMinor()).isEqualTo(1_050);
        assertThat(totals.inFlightMinor()).isZero();

        restartChangesNothing(from);
    }

    /** After a restart the last minute is read again, and new events arrive as before. */
    private void restartChangesNothing(String accountId) {
        await().atMost(LONG).until(() -> savedOffsets(node.session()) > 0);
        var before = rows(node.session());
        stop();
        start();
        var views = Views.of(node);

        assertThat(rows(node.session())).isEqualTo(before);
        long revision = accepted(accountId, "second", new AccountCommand.Deposit(7, null, null));
        assertThat(accountAt(views, accountId, revision).balanceMinor()).isEqualTo(707);
        assertThat(entries(views, accountId)).hasSize(3);
    }

    private static List<EntryView> entries(Views views, String accountId) {
        return get(views.entries().entries(accountId, Optional.empty(), Optional.empty(), PageRequest.first(50)))
                .items();
    }

    private static long savedOffsets(CqlSession session) {
        return session.execute("SELECT count(*) FROM offset_store").one().getLong(0);
    }

    private static String rows(CqlSession session) {
        return Stream.of("account_view", "entry", "transfer_view", "transfer_timeline", "ledger_contribution")
                .flatMap(table -> session.execute("SELECT JSON * FROM " + table).all().stream())
                .map(row -> row.getString(0))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
