package io.varve.read.push;

import com.typesafe.config.Config;
import java.util.Optional;

/**
 * The settings of push messages, read once from {@code varve.read.push}; reference.conf explains each.
 *
 * @param subject who answers for the messages: a URL that push services are told
 * @param keys empty when none are given
 * @param makeKeys whether a pair is made when none is given
 * @param allowPrivateTargets whether browsers may be in private networks, and reached without TLS
 */
record PushSettings(String subject, Optional<VapidKeys> keys, boolean makeKeys, boolean allowPrivateTargets) {
    /** @throws IllegalArgumentException when the subject is no such URL, or the keys are no pair */
    static PushSettings of(Config push) {
        var subject = push.getString("subject");
        if (!subject.startsWith("mailto:") && !subject.startsWith("https:")) {
            throw new IllegalArgumentException("varve.read.push.subject must begin with mailto: or https:");
        }
        var publicKey = push.getString("public-key");
        var privateKey = push.getString("private-key");
        return new PushSettings(
                subject,
                publicKey.isEmpty() && privateKey.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new VapidKeys(publicKey, privateKey)),
                push.getBoolean("make-keys"),
                push.getBoolean("allow-private-targets"));
    }
}
