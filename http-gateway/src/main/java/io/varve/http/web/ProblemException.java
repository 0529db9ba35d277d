package io.varve.http.web;

/** A request that cannot be answered as asked; becomes a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final String field;

    public ProblemException(ProblemType type, String detail) {
        this(type, null, detail);
    }

    /** @param field the field, parameter or header that is to blame, or null */
    public ProblemException(ProblemType type, String field, String detail) {
        // No stack trace: a refusal is an answer, not an accident.
        super(detail, null, false, false);
        this.type = type;
        this.field = field;
    }

    public static ProblemException invalid(String field, String detail) {
        return new ProblemException(ProblemType.INVALID_FIELD, field, detail);
    }

    /** The same of something that lies within something else, such as {@code lat} of {@code [3]}. */
    public ProblemException within(String path) {
        if (field == null) {
            return new ProblemException(type, path, path + ": " + getMessage());
        }
        // Messages begin with the field that they are about.
        String detail = getMessage().startsWith(field) ? path + "." + getMessage() : getMessage();
        return new ProblemException(type, path + "." + field, detail);
    }

    public ProblemType type() {
        return type;
    }

    public String field() {
        return field;
    }
}
