package io.varve.read.query;

/** The cursor is none that the same list has given out; the client's mistake. Thrown at the call, not in the stage. */
public final class BadCursorException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadCursorException() {
        super("the cursor is not one of this list");
    }
}
