package io.varve.read.query;

/** The tables of the views cannot be read at the moment; the same question may be answered later. */
public final class ViewsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ViewsUnavailableException(Throwable cause) {
        super("the views cannot be read", cause);
    }
}
