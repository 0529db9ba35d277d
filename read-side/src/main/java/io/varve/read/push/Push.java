package io.varve.read.push;

import com.typesafe.config.Config;
import io.varve.node.Node;
import io.varve.node.user.Users;
import io.varve.read.post.PostViews;
import io.varve.read.user.UserViews;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.IntFunction;
import nl.martijndwars.webpush.Utils;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.math.ec.ECCurve;

/** Web Push as it is set up: without keys nothing is sent. */
public final class Push {
    private static final ECCurve CURVE =
            ECNamedCurveTable.getParameterSpec(Utils.CURVE).getCurve();
    private static final byte UNCOMPRESSED = 4;

    private final PushSettings settings;
    private final Optional<VapidKeys> keys;
    private final PushTargets targets;

    private Push(PushSettings settings, Optional<VapidKeys> keys) {
        this.settings = settings;
        this.keys = keys;
        targets = new PushTargets(settings.allowPrivateTargets());
    }

    /**
     * That of a node's cluster, whatever the node's roles.
     *
     * @param config of {@code varve.read.push}
     */
    public static Push of(Node node, Config config) {
        var settings = PushSettings.of(config);
        return new Push(settings, VapidKeys.of(settings, node.schema()));
    }

    /** What browsers register for, base64url; empty when nothing is sent. */
    public Optional<String> publicKey() {
        return keys.map(VapidKeys::publicKey);
    }

    /** Whether these bytes are a key as browsers have them: a point of P-256, uncompressed. */
    public static boolean isBrowserKey(byte[] key) {
        try {
            return key[0] == UNCOMPRESSED && CURVE.decodePoint(key).isValid();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Where messages may go. */
    public PushTargets targets() {
        return targets;
    }

    /** Makes the worker of a share of the users, a new one for each time that it starts; empty when nothing is sent. */
    public Optional<IntFunction<PushWorker>> workers(Node node, UserViews users, PostViews posts) {
        return keys.map(pair -> workers(node, users, posts, pair));
    }

    private IntFunction<PushWorker> workers(Node node, UserViews users, PostViews posts, VapidKeys pair) {
        var clock = Clock.systemUTC();
        var messages = new PushMessages(users, posts, clock);
        try {
            var delivery = new WebPushDelivery(
                    users,
                    new Users(node.entities()),
                    new Sealer(pair, settings.subject()),
                    new PushClient(targets),
                    clock);
            return worker -> new PushWorker(messages, new CassandraPushRows(node.session(), worker), delivery);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys were checked before", e);
        }
    }
}
