package io.varve.node.transfer;

/** The steps by which a transfer moves money, each one command to one account. */
public enum TransferStep {
    HOLD,
    CAPTURE,
    DEBIT,
    CREDIT,
    /** Undoes HOLD. */
    RELEASE,
    /** Undoes DEBIT and CAPTURE. */
    REFUND,
    /** Undoes CREDIT. */
    RECALL
}
