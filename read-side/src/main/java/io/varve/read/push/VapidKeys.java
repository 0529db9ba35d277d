package io.varve.read.push;

import io.varve.node.schema.Schema;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Optional;
import nl.martijndwars.webpush.Utils;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.BigIntegers;

/**
 * The pair of keys by which push services know us (RFC 8292). Browsers register for the public key: with another pair
 * all of them have to do so anew.
 *
 * @param publicKey a point of P-256, uncompressed, base64url
 * @param privateKey its number, base64url
 */
record VapidKeys(String publicKey, String privateKey) {
    private static final String SETTING = "push-keys";
    private static final int PRIVATE_BYTES = 32;

    static {
        // The library asks for it by name.
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider());
        }
    }

    /** @throws IllegalArgumentException when they are no pair */
    VapidKeys {
        if (!isPair(publicKey, privateKey)) {
            throw new IllegalArgumentException(
                    "varve.read.push.public-key and private-key must be a pair of P-256, each in base64url");
        }
    }

    /** Those that are given, or else, if that is wanted, those that the first process made. */
    static Optional<VapidKeys> of(PushSettings settings, Schema schema) {
        return settings.keys().or(() -> settings.makeKeys() ? Optional.of(shared(schema)) : Optional.empty());
    }

    private static VapidKeys shared(Schema schema) {
        var made = made();
        var pair =
                schema.fix(SETTING, made.publicKey() + " " + made.privateKey()).split(" ");
        return new VapidKeys(pair[0], pair[1]);
    }

    static VapidKeys made() {
        try {
            var generator = KeyPairGenerator.getInstance(Utils.ALGORITHM, BouncyCastleProvider.PROVIDER_NAME);
            generator.initialize(new ECGenParameterSpec(Utils.CURVE));
            var pair = generator.generateKeyPair();
            var number = ((ECPrivateKey) pair.getPrivate()).getD();
            return new VapidKeys(
                    base64Url(Utils.encode((ECPublicKey) pair.getPublic())),
                    base64Url(BigIntegers.asUnsignedByteArray(PRIVATE_BYTES, number)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keys can be made", e);
        }
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean isPair(String publicKey, String privateKey) {
        try {
            return Utils.verifyKeyPair(Utils.loadPrivateKey(privateKey), Utils.loadPublicKey(publicKey));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Not the private one: it must not come into a log. */
    @Override
    public String toString() {
        return "VapidKeys[" + publicKey + "]";
    }
}
