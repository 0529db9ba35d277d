package io.varve.read.push;

import io.varve.node.user.PushSubscription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import nl.martijndwars.webpush.AbstractPushService;
import nl.martijndwars.webpush.Encoding;
import nl.martijndwars.webpush.Notification;
import nl.martijndwars.webpush.Urgency;
import nl.martijndwars.webpush.Utils;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.jose4j.lang.JoseException;

/** Makes of a message what only its browser can read, signed with our key: the library's work. */
final class Sealer extends AbstractPushService<Sealer> {
    private static final int TOPIC_BYTES = 24;

    Sealer(VapidKeys keys, String subject) throws GeneralSecurityException {
        super(keys.publicKey(), keys.privateKey(), subject);
    }

    /**
     * @param left how long the push service may keep it
     * @throws GeneralSecurityException if the browser's key is no point of the curve
     * @throws IllegalArgumentException if the browser's key or the endpoint is none
     */
    Request seal(PushMessage message, PushSubscription to, Duration left) throws GeneralSecurityException {
        var notification =
                new Notification(
                        to.endpoint(),
                        (ECPublicKey) Utils.loadPublicKey(to.p256dh()),
                        Base64.getUrlDecoder().decode(to.auth()),
                        message.content().getBytes(StandardCharsets.UTF_8),
                        Math.toIntExact(left.toSeconds()),
                        Urgency.NORMAL,
                        topic(message)) {
                    /** With the port, which the library leaves out. */
                    @Override
                    public String getOrigin() {
                        var url = HttpUrl.get(to.endpoint());
                        return url.resolve("/").toString().replaceFirst("/$", "");
                    }
                };
        try {
            var sealed = prepareRequest(notification, Encoding.AES128GCM);
            // Of an older draft, whose readers take another encoding.
            sealed.getHeaders().remove("Crypto-Key");
            return new Request.Builder()
                    .url(sealed.getUrl())
                    .headers(Headers.of(sealed.getHeaders()))
                    .post(RequestBody.create(sealed.getBody()))
                    .build();
        } catch (IOException | JoseException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The same for all messages of a group: the push service keeps the newest of them. */
    private static String topic(PushMessage message) throws GeneralSecurityException {
        var hash = MessageDigest.getInstance("SHA-256")
                .digest((message.target().userId() + " " + message.groupId()).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().encodeToString(hash).substring(0, TOPIC_BYTES * 4 / 3);
    }
}
