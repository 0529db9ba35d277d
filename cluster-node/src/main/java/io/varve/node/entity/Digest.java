package io.varve.node.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of a command's content: 64 bits of the SHA-256 of its JSON. */
final class Digest {
    private static final int BYTES = 8;

    private Digest() {}

    static <C> String of(EntityKind<C, ?, ?, ?, ?> kind, C command) {
        try {
            byte[] json = Json.JOURNAL.writerFor(kind.commandType()).writeValueAsBytes(command);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("no digest of a " + kind.name() + " command", e);
        }
    }
}
