package io.varve.read;

import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** An actor system without a cluster, for streams. */
public final class LocalSystem {
    private LocalSystem() {}

    public static ActorSystem<?> start() {
        var config = ConfigFactory.parseString("pekko.actor.provider = local, pekko.loglevel = ERROR,"
                        + " pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off")
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
        return ActorSystem.create(Behaviors.empty(), "local", config);
    }
}
