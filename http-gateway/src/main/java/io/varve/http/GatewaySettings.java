package io.varve.http;

import com.typesafe.config.Config;

/**
 * The settings of the gateway, read once from {@code varve.gateway}; gateway.conf explains each.
 *
 * @param selfRegistration whether a vehicle that is not known registers itself with its first signals, or is refused
 * @param liveStreams how many streams of signals may be open at a time
 * @param userStreams how many streams of users may be open at a time
 */
record GatewaySettings(boolean selfRegistration, int liveStreams, int userStreams) {
    static GatewaySettings of(Config gateway) {
        return new GatewaySettings(
                gateway.getBoolean("self-registration"),
                gateway.getInt("live-streams"),
                gateway.getInt("user-streams"));
    }
}
