package io.varve.read.speed;

/** Another worker has taken over the share. */
final class NotHeldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotHeldException(int share) {
        super("another worker has taken over share " + share + " of the speeds");
    }
}
