package io.varve.http.web;

import io.varve.read.query.Reading;

/** Takes what came of a reading, or says in a problem why there is nothing. */
public final class Found {
    private Found() {}

    public static <T> T in(Reading<T> reading, ProblemType absent, String what) {
        if (reading instanceof Reading.Found<T> found) {
            return found.row();
        }
        if (reading instanceof Reading.Behind<T> behind) {
            throw new ProblemException(
                    ProblemType.VIEW_BEHIND,
                    "Varve-Min-Revision",
                    "The view is at revision " + behind.revision() + " so far");
        }
        throw new ProblemException(absent, "There is no such " + what);
    }
}
