package io.varve.http;

import com.typesafe.config.Config;

/**
 * The settings of the gateway, read once from {@code varve.gateway}; gateway.conf explains each.
 *
 * @param selfRegistration whether a vehicle that is not known registers itself with its first signals, or is refused
 */
record GatewaySettings(boolean selfRegistration) {
    static GatewaySettings of(Config gateway) {
        return new GatewaySettings(gateway.getBoolean("self-registration"));
    }
}
