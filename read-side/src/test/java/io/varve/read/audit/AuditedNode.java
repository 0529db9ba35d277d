package io.varve.read.audit;

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
import io.varve.read.audit.AuditLine.Gap;
import io.varve.read.audit.AuditLine.Summary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.stream.javadsl.Sink;

/** A node in this JVM with something to audit. */
final class AuditedNode implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(60);
    private final Node node;

    AuditedNode(String keyspace, String roles) {
        node = LocalNode.start(keyspace, roles, Map.of());
    }

    @Override
    public void close() {
        LocalNode.stop(node);
    }

    static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    CqlSession session() {
        return node.session();
    }

    Views views() {
        return Views.of(node);
    }

    /** What an audit tells. */
    record Findings(List<Gap> gaps, Summary summary) {}

    /** An audit that waits that long for what is behind. */
    Findings audit(Duration patience, AuditRequest request) {
        var lines = get(Audit.of(node, patience).run(request).runWith(Sink.seq(), node.system()));
        return new Findings(
                lines.stream()
                        .filter(Gap.class::isInstance)
                        .map(Gap.class::cast)
                        .toList(),
                (Summary) lines.get(lines.size() - 1));
    }

    Findings audit(boolean deep, boolean heal) {
        return audit(Duration.ofMillis(500), new AuditRequest(Optional.empty(), Optional.empty(), deep, heal));
    }

    /** The revision after the command, which must be accepted; what no answer came for is sent again. */
    long accepted(String accountId, String commandId, AccountCommand command) {
        var accounts = new Accounts(node.entities());
        var outcome = await().atMost(LONG)
                .until(
                        () -> get(accounts.submit(accountId, commandId, "tester", null, command)),
                        answer -> !(answer instanceof Outcome.Failed<AccountAnswer, AccountRefusal>));
        return ((Outcome.Accepted<AccountAnswer, AccountRefusal>) outcome).revision();
    }

    /** Opens an account and makes that many deposits of 1. */
    long account(String accountId, int deposits) {
        long revision = accepted(accountId, "open", new AccountCommand.Open("of " + accountId, "EUR", 0, Map.of()));
        for (int n = 0; n < deposits; n++) {
            revision = accepted(accountId, "d" + n, new AccountCommand.Deposit(1, null, null));
        }
        return revision;
    }

    /** Moves 1 and waits until it is done. */
    void transfer(String transferId, String from, String to) {
        var transfers = new Transfers(node.entities());
        get(transfers.request(
                transferId,
                "tester",
                new TransferCommand.Request("EUR", List.of(new Posting(from, to, 1)), null, false, null, null, null)));
        get(transfers.outcome(transferId, LONG));
    }

    void awaitView(String accountId, long revision) {
        await().atMost(LONG)
                .until(() -> get(views().accounts().account(accountId))
                        .filter(account -> account.revision() >= revision)
                        .isPresent());
    }
}
