package io.varve.node.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The fingerprint of a command's content: 64 bits of the SHA-256 of what its kind says that is, or of its JSON. */
final class Digest {
    private static final int BYTES = 8;

    private Digest() {}

    static <C> String of(EntityKind<C, ?, ?, ?, ?> kind, C command) {
        try {
            Optional<byte[]> content = kind.decider().content(command);
            byte[] bytes = content.isPresent()
                    ? content.get()
                    : Json.JOURNAL.writerFor(kind.commandType()).writeValueAsBytes(command);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("no digest of a " + kind.name() + " command", e);
        }
    }
}
