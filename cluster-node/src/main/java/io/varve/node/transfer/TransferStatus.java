package io.varve.node.transfer;

/** Where a transfer stands, as its users see it. */
public enum TransferStatus {
    ACCEPTED,
    HELD,
    COMPLETED,
    /** A step was refused before any money was moved. */
    REJECTED,
    /** A step was refused and what had been done was undone. */
    ROLLED_BACK,
    VOIDED,
    EXPIRED,
    REVERSED,
    /** Undoing was refused: an operator has to look, and the money is in flight meanwhile. */
    PARKED
}
