package io.varve.node.user;

/**
 * What became of the last command.
 *
 * @param registered true when it made the user known
 */
public record UserAnswer(String userId, boolean registered) {}
