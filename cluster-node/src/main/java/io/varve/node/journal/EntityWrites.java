package io.varve.node.journal;

import com.datastax.oss.driver.api.core.uuid.Uuids;
import io.varve.node.entity.Journaled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.journal.Tagged;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializers;
import scala.jdk.javaapi.CollectionConverters;

/** Makes of what a persistent actor gives the journal what is sent to Cassandra. */
final class EntityWrites {
    /** Events of one write at most: a group of commands, each of which has a few. */
    private static final int LONGEST = 10_000;

    private final Serialization serialization;
    private final long partitionEvents;

    /** @param partitionEvents how many events of one entity share a partition; fixed for ever */
    EntityWrites(ActorSystem system, long partitionEvents) {
        serialization = SerializationExtension.get(system);
        this.partitionEvents = partitionEvents;
    }

    long partitionNr(long sequenceNr) {
        return (sequenceNr - 1) / partitionEvents;
    }

    /** Whether the write after a sequence number may be in a partition, or in a later one. */
    boolean mayFollow(long sequenceNr, long partitionNr) {
        return partitionNr(sequenceNr + LONGEST) >= partitionNr;
    }

    /** @throws RuntimeException when an event cannot be serialized: then nothing of it may be written */
    EntityWrite of(Iterable<AtomicWrite> messages) {
        var events = new ArrayList<EntityWrite.Event>();
        var forFeed = new ArrayList<Journaled<?>>();
        Set<String> tags = new HashSet<>();
        PersistentRepr last = null;
        for (var message : messages) {
            for (var repr : CollectionConverters.asJava(message.payload())) {
                var payload = repr.payload();
                if (payload instanceof Tagged tagged) {
                    tags.addAll(CollectionConverters.asJava(tagged.tags()));
                    payload = tagged.payload();
                }
                if (payload instanceof Journaled<?> journaled) {
                    forFeed.add(journaled);
                }
                events.add(event(repr, payload));
                last = repr;
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("a write without events");
        }
        if (events.size() > LONGEST) {
            throw new IllegalArgumentException(
                    last.persistenceId() + " writes more than " + LONGEST + " events at once");
        }
        if (!forFeed.isEmpty() && forFeed.size() != events.size()) {
            throw new IllegalArgumentException(last.persistenceId() + " mixes entities' events with others");
        }
        return new EntityWrite(
                last.persistenceId(),
                last.writerUuid(),
                partitionNr(last.sequenceNr()),
                tags,
                List.copyOf(events),
                List.copyOf(forFeed));
    }

    private EntityWrite.Event event(PersistentRepr repr, Object payload) {
        var serializer = serialization.findSerializerFor(payload);
        return new EntityWrite.Event(
                repr.sequenceNr(),
                Uuids.timeBased(),
                serializer.identifier(),
                Serializers.manifestFor(serializer, payload),
                repr.manifest(),
                ByteBuffer.wrap(serialization.serialize(payload).get()));
    }
}
