package io.varve.node.user;

/**
 * What a user says of themself.
 *
 * @param bio or null
 */
public record UserProfile(String displayName, String bio) {}
