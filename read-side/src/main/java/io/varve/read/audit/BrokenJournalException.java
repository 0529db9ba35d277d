package io.varve.read.audit;

/** The journal itself lacks events of an entity, or has some of them twice. */
final class BrokenJournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenJournalException(String message) {
        super(message);
    }
}
