package io.varve.node.journal;

import io.varve.node.entity.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pekko.serialization.JSerializer;

/** Writes the news that journals send to the readers on other nodes, as CBOR. */
public final class FeedHeadsSerializer extends JSerializer {
    private static final int IDENTIFIER = 7_626_002;

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public boolean includeManifest() {
        return false;
    }

    @Override
    public byte[] toBinary(Object heads) {
        try {
            return Json.WIRE.writeValueAsBytes(heads);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the heads of the feed", e);
        }
    }

    @Override
    public Object fromBinaryJava(byte[] bytes, Class<?> manifest) {
        try {
            return Json.WIRE.readValue(bytes, FeedHeads.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the heads of the feed", e);
        }
    }
}
