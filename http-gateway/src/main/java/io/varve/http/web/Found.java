package io.varve.http.web;

import io.varve.read.query.Reading;

/** Takes what came of a reading, or says in a problem why there is nothing. */
public final class Found {
    private Found() {}

    public static <T> T in(Reading<T> reading, ProblemType absent, String what) {
        return in(reading, new ProblemException(absent, "There is no such " + what));
    }

    /** @param absent what it is to the client when there is no such row */
    public static <T> T in(Reading<T> reading, ProblemException absent) {
        if (reading instanceof Reading.Found<T> found) {
            return found.row();
        }
        if (reading instanceof Reading.Behind<T> behind) {
            throw new ProblemException(
                    ProblemType.VIEW_BEHIND,
                    "Varve-Min-Revision",
                    "The view is at revision " + behind.revision() + " so far");
        }
        throw absent;
    }
}
