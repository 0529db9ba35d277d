package io.varve.read.following;

/** The position is none that the stream has given out; the client's mistake. Thrown at the call. */
public final class BadPositionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public BadPositionException() {
        super("the position is not one of this stream");
    }
}
