package io.varve.http.post;

/**
 * A piece of a text and what became of it when the text was changed.
 *
 * @param op {@code equal}, {@code insert} or {@code delete}
 */
record TextChange(String op, String text) {}
