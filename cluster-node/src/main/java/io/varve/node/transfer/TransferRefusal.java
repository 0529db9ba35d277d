package io.varve.node.transfer;

/** Why a transfer refuses a command. */
public enum TransferRefusal {
    TRANSFER_NOT_FOUND,
    TRANSFER_EXISTS,
    TRANSFER_NOT_HELD,
    TRANSFER_NOT_COMPLETED,
    TRANSFER_NOT_PARKED,
    REVERSAL_UNDERWAY,
    /** More is posted than is held. */
    AMOUNT_ABOVE_HOLD,
    /** A part can only be posted where there is a single posting. */
    PART_OF_SEVERAL_POSTINGS
}
