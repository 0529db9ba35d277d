package io.varve.node.transfer;

/**
 * How a transfer stands after an accepted command.
 *
 * @param reason why it was rejected, rolled back or parked, or null
 * @param reversalId the transfer that reverses this one, or null
 */
public record TransferAnswer(String transferId, TransferStatus status, String reason, String reversalId) {}
