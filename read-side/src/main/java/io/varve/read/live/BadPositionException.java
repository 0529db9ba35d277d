package io.varve.read.live;

/** The position is none that the stream has given out; the client's mistake. Thrown at the call. */
public final class BadPositionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadPositionException() {
        super("the position is not one of this stream");
    }
}
