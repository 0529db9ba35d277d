package io.varve.http.web;

/**
 * An error as RFC 9457 has it.
 *
 * @param field the field, parameter or header that is to blame, or null
 * @param instance the path of the request
 */
public record Problem(String type, String title, int status, String detail, String field, String instance) {
    static Problem of(ProblemException problem, String instance) {
        var type = problem.type();
        return new Problem(type.uri(), type.title(), type.status(), problem.getMessage(), problem.field(), instance);
    }
}
