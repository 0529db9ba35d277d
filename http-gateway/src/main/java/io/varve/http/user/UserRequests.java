package io.varve.http.user;

import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.node.user.PushSubscription;
import io.varve.node.user.UserCommand;
import io.varve.node.user.UserProfile;
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

    record Subscription(String endpoint, Keys keys) {
        UserCommand.Subscribe command() {
            var given = Fields.required("keys", keys);
            return new UserCommand.Subscribe(new PushSubscription(
                    checkedEndpoint(endpoint),
                    base64Url("keys.p256dh", given.p256dh(), KEY_BYTES),
                    base64Url("keys.auth", given.auth(), SECRET_BYTES)));
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

    /** The value without padding, as browsers give it. */
    private static String base64Url(String field, String value, int bytes) {
        try {
            var decoded = Base64.getUrlDecoder().decode(Fields.required(field, value));
            if (decoded.length == bytes) {
                return Base64.getUrlEncoder().withoutPadding().encodeToString(decoded);
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw ProblemException.invalid(field, field + " must be base64url of " + bytes + " bytes");
    }
}
