package io.varve.http.user;

import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.node.user.PushSubscription;
import io.varve.node.user.UserCommand;
import io.varve.node.user.UserProfile;
import io.varve.read.push.Push;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;

/** The bodies of requests about users, and the commands that they become once checked. */
final class UserRequests {
    private static final int MAX_NAME = 64;
    private static final int MAX_BIO = 500;
    private static final int MAX_ENDPOINT = 1_024;
    /** An uncompressed point of P-256 and a secret, as RFC 8291 has them. */
    private static final int KEY_BYTES = 65;

    private static final int SECRET_BYTES = 16;

    private UserRequests() {}

    record Profile(String displayName, String bio) {
        UserCommand.Define command() {
            return new UserCommand.Define(new UserProfile(
                    Fields.name("displayName", displayName, MAX_NAME),
                    bio == null ? null : Fields.prose("bio", bio, MAX_BIO)));
        }
    }

    /**
     * What {@code PushSubscription.toJSON()} of a browser gives.
     *
     * @param expirationTime in milliseconds, or null. Not kept: a push service says itself when a browser is gone
     */
    record Subscription(String endpoint, Double expirationTime, Keys keys) {
        UserCommand.Subscribe command() {
            var given = Fields.required("keys", keys);
            return new UserCommand.Subscribe(new PushSubscription(
                    checkedEndpoint(endpoint),
                    publicKey(given.p256dh()),
                    base64Url(bytes("keys.auth", given.auth(), SECRET_BYTES))));
        }
    }

    record Keys(String p256dh, String auth) {}

    record Endpoint(String endpoint) {
        UserCommand.Unsubscribe command() {
            return new UserCommand.Unsubscribe(checkedEndpoint(endpoint), false);
        }
    }

    record Nothing() {}

    private static String checkedEndpoint(String value) {
        String given = Fields.required("endpoint", value);
        try {
            var uri = new URI(given);
            if (given.length() <= MAX_ENDPOINT
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null) {
                return given;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw ProblemException.invalid("endpoint", "endpoint must be a URL of at most " + MAX_ENDPOINT + " characters");
    }

    private static String publicKey(String value) {
        byte[] key = bytes("keys.p256dh", value, KEY_BYTES);
        if (!Push.isBrowserKey(key)) {
            throw ProblemException.invalid("keys.p256dh", "keys.p256dh must be an uncompressed point of P-256");
        }
        return base64Url(key);
    }

    private static byte[] bytes(String field, String value, int count) {
        try {
            var decoded = Base64.getUrlDecoder().decode(Fields.required(field, value));
            if (decoded.length == count) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw ProblemException.invalid(field, field + " must be base64url of " + count + " bytes");
    }

    /** Without padding, as browsers give it. */
    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
