package io.varve.read.audit;

import static io.varve.read.audit.AuditedNode.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.schema.ColumnMetadata;
import io.varve.read.query.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rows of the feed are deleted behind Varve's back, before any projection has read them. */
class LostFeedIT {
    private static final String KEYSPACE = "varve_lost_feed_it";
    /** The tables that events may travel to the projections by, of this version or another. */
    private static final List<String> FEEDS = List.of("tag_views", "feed_log");

    @Test
    void whatTheFeedHasLost_isFound_andHealed() {
        try (var writing = new AuditedNode(KEYSPACE, "write")) {
            writing.account("lost", 30);
            writing.account("lost-too", 1);
            writing.transfer("lost-transfer", "lost", "lost-too");
            deleteFeed(writing.session());
        }
        try (var node = new AuditedNode(KEYSPACE, "write,read")) {
            // What comes now goes its way: the projections run, and have nothing to read of what came before.
            node.awaitView("kept", node.account("kept", 2));
            assertThat(get(node.views().accounts().account("lost"))).isEmpty();

            var dry = node.audit(false, false);
            assertThat(missingOf(dry))
                    .containsOnlyKeys(
                            "lost account_by_owner",
                            "lost account_view",
                            "lost entry",
                            "lost ledger_contribution",
                            "lost-too account_by_owner",
                            "lost-too account_view",
                            "lost-too entry",
                            "lost-too ledger_contribution",
                            "lost-transfer transfer_by_account",
                            "lost-transfer transfer_month_by_account",
                            "lost-transfer transfer_timeline",
                            "lost-transfer transfer_view")
                    .containsEntry("lost-too account_view", List.of(1L, 2L, 3L))
                    .containsEntry("lost-too entry", List.of(2L, 3L))
                    .containsEntry("lost-transfer transfer_timeline", List.of(1L, 2L, 3L, 4L))
                    .containsEntry("lost-transfer transfer_by_account", List.of(1L));
            assertThat(dry.gaps())
                    .noneMatch(AuditLine.Gap::healed)
                    .allMatch(gap -> gap.viewRevision() < gap.missing().get(0));
            assertThat(get(node.views().accounts().account("lost"))).isEmpty();

            var healing = node.audit(false, true);
            assertThat(healing.gaps()).hasSize(12).allMatch(AuditLine.Gap::healed);
            assertThat(healing.summary().entities()).isEqualTo(4);
            assertThat(healing.summary().healed()).isEqualTo(12);
            assertThat(healing.summary().complete()).isTrue();

            var views = node.views();
            assertThat(get(views.accounts().account("lost")).orElseThrow().balanceMinor())
                    .isEqualTo(29);
            assertThat(get(views.entries().entries("lost", Optional.empty(), Optional.empty(), PageRequest.first(50)))
                            .items())
                    .hasSize(31);
            assertThat(get(views.transfers().transfer("lost-transfer"))
                            .orElseThrow()
                            .status())
                    .isEqualTo("completed");
            assertThat(get(views.ledger().totals()).get(0).balanceMinor()).isEqualTo(33);
            assertThat(node.audit(true, false).gaps()).isEmpty();
        }
    }

    private static Map<String, List<Long>> missingOf(AuditedNode.Findings findings) {
        return findings.gaps().stream()
                .collect(Collectors.toMap(gap -> gap.entityId() + " " + gap.view(), AuditLine.Gap::missing));
    }

    /** Deletes every row of the feed, whichever table it is in. */
    private static void deleteFeed(CqlSession session) {
        var tables = session.getMetadata().getKeyspace(KEYSPACE).orElseThrow().getTables().entrySet().stream()
                .filter(table -> FEEDS.contains(table.getKey().asInternal()))
                .toList();
        long deleted = 0;
        for (var table : tables) {
            var key = table.getValue().getPartitionKey().stream()
                    .map(ColumnMetadata::getName)
                    .map(CqlIdentifier::asInternal)
                    .toList();
            var delete = session.prepare("DELETE FROM " + table.getKey() + " WHERE "
                    + key.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND ")));
            for (var row : session.execute("SELECT DISTINCT " + String.join(", ", key) + " FROM " + table.getKey())) {
                session.execute(delete.bind(key.stream().map(row::getObject).toArray()));
                deleted++;
            }
        }
        assertThat(deleted).as("partitions of the feed").isPositive();
    }
}
