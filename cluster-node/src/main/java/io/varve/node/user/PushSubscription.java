package io.varve.node.user;

/**
 * Where a browser takes push messages, as its Push API gives it.
 *
 * @param endpoint a URL; one subscription each
 * @param p256dh the browser's public key, base64url (RFC 8291)
 * @param auth the browser's secret, base64url (RFC 8291)
 */
public record PushSubscription(String endpoint, String p256dh, String auth) {}
