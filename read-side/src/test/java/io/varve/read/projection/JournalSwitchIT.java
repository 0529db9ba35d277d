package io.varve.read.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.varve.node.Deposits;
import io.varve.node.LocalNode;
import io.varve.node.Node;
import io.varve.node.account.AccountAnswer;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountRefusal;
import io.varve.node.account.Accounts;
import io.varve.node.entity.Outcome;
import io.varve.read.Views;
import io.varve.read.account.AccountView;
import io.varve.read.query.PageRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** From one journal to the other and back, over the same keyspace: entities and views go on as if nothing was. */
class JournalSwitchIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int ACCOUNTS = 20;

    @Test
    void entitiesKeepTheirState_andViewsStayComplete() {
        withNode(
                "batching",
                8,
                node -> new Deposits(node).start("switched", ACCOUNTS).end(8));
        long revision = 8;
        for (var journal : new String[] {"stock", "batching", "stock", "batching"}) {
            long before = revision;
            withNode(journal, before + 1, node -> {
                for (int i = 0; i < ACCOUNTS; i++) {
                    var after = deposit(node, "switched-" + i, before);
                    assertThat(after.revision()).as(journal).isEqualTo(before + 1);
                    assertThat(after.answer().balanceMinor()).as(journal).isEqualTo(before);
                }
            });
            revision++;
        }
    }

    private interface Use {
        void node(Node node);
    }

    /** @param revision of each account after the use; the node is stopped when the views show it */
    private static void withNode(String journal, long revision, Use use) {
        var node = LocalNode.start("varve_journal_switch_it", "write,read", Map.of("varve.journal", journal));
        try {
            use.node(node);
            for (int i = 0; i < ACCOUNTS; i++) {
                awaitViews(node, journal, "switched-" + i, revision);
            }
        } finally {
            LocalNode.stop(node);
        }
    }

    private static Outcome.Accepted<AccountAnswer, AccountRefusal> deposit(Node node, String account, long revision) {
        var command = new AccountCommand.Deposit(1, null, null);
        var outcome = await().atMost(LONG)
                .until(
                        () -> get(new Accounts(node.entities())
                                .submit(account, "after-" + revision, "tester", null, command)),
                        answer -> !(answer instanceof Outcome.Failed<AccountAnswer, AccountRefusal>));
        return (Outcome.Accepted<AccountAnswer, AccountRefusal>) outcome;
    }

    private static void awaitViews(Node node, String journal, String account, long revision) {
        var views = Views.over(node.session());
        await().atMost(LONG).untilAsserted(() -> {
            var row = get(views.accounts().account(account));
            assertThat(row.map(AccountView::revision)).as(journal).contains(revision);
            assertThat(row.map(AccountView::balanceMinor)).as(journal).contains(revision - 1);
        });
        assertThat(get(views.entries().entries(account, Optional.empty(), Optional.empty(), PageRequest.first(50)))
                        .items())
                .as(journal)
                .hasSize((int) revision - 1);
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
