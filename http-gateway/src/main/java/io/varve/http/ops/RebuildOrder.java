package io.varve.http.ops;

import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import java.util.Set;

/** Whose views to fill anew. */
record RebuildOrder(String kind) {
    /** The kind, which must be named: nobody shall empty everything by sending nothing. */
    String checked(Set<String> kinds) {
        if (!kinds.contains(Fields.required("kind", kind))) {
            throw ProblemException.invalid("kind", "kind must be " + String.join(" or ", kinds));
        }
        return kind;
    }
}
