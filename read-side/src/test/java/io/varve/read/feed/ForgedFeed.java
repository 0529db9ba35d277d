package io.varve.read.feed;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import io.varve.node.Node;
import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountKind;
import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.Journaled;
import io.varve.node.entity.Recorded;
import io.varve.node.journal.FeedLog;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;

/** Writes the tables of the journal and the feed behind Varve's back, as a journal called by its number. */
final class ForgedFeed {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final CqlSession session;
    private final Serialization serialization;
    private final int writer;

    ForgedFeed(Node node, int writer) {
        session = node.session();
        serialization = SerializationExtension.get(node.system());
        this.writer = writer;
    }

    /** A name, beginning like this, of an account whose events are in the slice. */
    static String account(String prefix, int slice) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> prefix + "-" + i)
                .filter(id -> FeedLog.sliceOf("account|" + id) == slice)
                .findFirst()
                .orElseThrow();
    }

    ForgedFeed alive() {
        return register(false);
    }

    /** Its address has been taken by another journal. */
    ForgedFeed dead() {
        return register(true);
    }

    private ForgedFeed register(boolean closed) {
        session.execute(
                "INSERT INTO feed_writer (feed, writer, address, closed) VALUES ('feed', ?, ?, ?)",
                writer,
                "forged:" + writer,
                closed);
        return this;
    }

    /** Events of an account in its journal: the first opens it, each other one deposits 1. */
    ForgedFeed journal(String account, long from, long to) {
        LongStream.rangeClosed(from, to)
                .forEach(revision -> session.execute(
                        "INSERT INTO messages (persistence_id, partition_nr, sequence_nr, timestamp, timebucket,"
                                + " writer_uuid, ser_id, ser_manifest, event_manifest, event, tags)"
                                + " VALUES (?, 0, ?, ?, '0', 'forged', ?, ?, '', ?, ?)",
                        "account|" + account,
                        revision,
                        Uuids.timeBased(),
                        serializerId(),
                        "event:account",
                        event(account, revision),
                        Set.of("account-0")));
        return this;
    }

    /** A row of the feed with the account's event of the revision. */
    ForgedFeed row(long number, long confirmed, String account, long revision) {
        return row(number, confirmed, account, revision, List.of(event(account, revision)));
    }

    /** A row in the place of a write that did not take place. */
    ForgedFeed voidRow(long number, long confirmed, String account) {
        return row(number, confirmed, account, 1, List.of());
    }

    private ForgedFeed row(long number, long confirmed, String account, long revision, List<ByteBuffer> events) {
        session.execute(
                "INSERT INTO feed_log (kind, slice, writer, block, number, confirmed, persistence_id, sequence_nr,"
                        + " ser_id, ser_manifest, events) VALUES ('account', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                FeedLog.sliceOf("account|" + account),
                writer,
                FeedLog.blockOf(number),
                number,
                confirmed,
                "account|" + account,
                revision,
                serializerId(),
                "event:account",
                events);
        return this;
    }

    /** An event in its journal and in the feed. */
    ForgedFeed written(long number, long confirmed, String account, long revision) {
        return journal(account, revision, revision).row(number, confirmed, account, revision);
    }

    private int serializerId() {
        return serialization
                .findSerializerFor(journaled(1, new AccountEvent.Closed("")))
                .identifier();
    }

    private ByteBuffer event(String account, long revision) {
        AccountEvent event = revision == 1
                ? new AccountEvent.Opened(account, "forger", "EUR", 0, Map.of())
                : new AccountEvent.Deposited(account, "EUR", 1, revision - 1, revision - 1, NOON, "forged");
        return ByteBuffer.wrap(
                serialization.serialize(journaled(revision, event)).get());
    }

    private static Journaled<AccountEvent> journaled(long revision, AccountEvent event) {
        var meta = new CommandMeta("command-" + revision, "digest", "forger", NOON);
        return new Journaled<>(AccountKind.NAME, new Recorded<>(meta, event));
    }
}
