package io.varve.node.entity;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/**
 * Writes what the journal, the snapshot store and the wire hold of entities.
 *
 * <p>The manifest is a role and the name of a kind, such as {@code event:account}: our names, never Java's,
 * so that classes may move. The kind gives the types.
 */
public final class EntitySerializer extends SerializerWithStringManifest {
    private static final int IDENTIFIER = 7_626_001;
    private static final TypeFactory TYPES = TypeFactory.defaultInstance();
    private final EntityKinds kinds;

    public EntitySerializer(ExtendedActorSystem system) {
        kinds = system.settings().setup().get(EntityKinds.class).orElseThrow();
    }

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public String manifest(Object o) {
        if (o instanceof Journaled<?> j) {
            return "event:" + j.kind();
        }
        if (o instanceof JournaledSnapshot<?, ?, ?> s) {
            return "snapshot:" + s.kind();
        }
        if (o instanceof EntityMessage.Command<?> c) {
            return "command:" + c.kind();
        }
        if (o instanceof EntityMessage.Reply<?, ?> r) {
            return "reply:" + r.kind();
        }
        if (o instanceof EntityMessage.AwaitRest a) {
            return "await:" + a.kind();
        }
        throw new IllegalArgumentException("not an entity's message: " + o.getClass());
    }

    @Override
    public byte[] toBinary(Object o) {
        try {
            if (o instanceof Journaled<?> j) {
                return Json.JOURNAL
                        .writerFor(recordedType(kinds.named(j.kind())))
                        .writeValueAsBytes(j.recorded());
            }
            if (o instanceof JournaledSnapshot<?, ?, ?> s) {
                return Json.JOURNAL
                        .writerFor(snapshotType(kinds.named(s.kind())))
                        .writeValueAsBytes(s.snapshot());
            }
            return Json.WIRE.writerFor(messageType(manifest(o))).writeValueAsBytes(o);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + manifest(o), e);
        }
    }

    @Override
    public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
        String kindName = manifest.substring(manifest.indexOf(':') + 1);
        try {
            var kind = kinds.named(kindName);
            if (manifest.startsWith("event:")) {
                return new Journaled<>(kindName, read(Json.JOURNAL, bytes, recordedType(kind)));
            }
            if (manifest.startsWith("snapshot:")) {
                return new JournaledSnapshot<>(kindName, read(Json.JOURNAL, bytes, snapshotType(kind)));
            }
            return read(Json.WIRE, bytes, messageType(manifest));
        } catch (IOException | IllegalArgumentException e) {
            var failure = new NotSerializableException("cannot read " + manifest + ": " + e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    private static <T> T read(ObjectMapper mapper, byte[] bytes, JavaType type) throws IOException {
        return mapper.readValue(bytes, type);
    }

    static JavaType recordedType(EntityKind<?, ?, ?, ?, ?> kind) {
        return TYPES.constructParametricType(Recorded.class, kind.eventType());
    }

    private static JavaType snapshotType(EntityKind<?, ?, ?, ?, ?> kind) {
        return TYPES.constructParametricType(
                EntitySnapshot.class, kind.stateType(), kind.answerType(), kind.reasonType());
    }

    private JavaType messageType(String manifest) {
        var kind = kinds.named(manifest.substring(manifest.indexOf(':') + 1));
        return switch (manifest.substring(0, manifest.indexOf(':'))) {
            case "command" -> TYPES.constructParametricType(EntityMessage.Command.class, kind.commandType());
            case "reply" ->
                TYPES.constructParametricType(EntityMessage.Reply.class, kind.answerType(), kind.reasonType());
            case "await" -> TYPES.constructType(EntityMessage.AwaitRest.class);
            default -> throw new IllegalArgumentException("unknown manifest " + manifest);
        };
    }
}
