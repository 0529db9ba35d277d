package io.varve.read.table;

import java.util.Optional;

/** What is written for "there is none": a null would be left out, and an older value would stay. */
public final class None {
    private static final String TEXT = "";
    private static final Double NUMBER = Double.NaN;

    private None() {}

    /** @param text or null */
    public static String text(String text) {
        return text == null ? TEXT : text;
    }

    /** @param number or null */
    public static Double number(Double number) {
        return number == null ? NUMBER : number;
    }

    /** @param column what {@link #text(String)} has made, or null */
    public static Optional<String> readText(Object column) {
        return Optional.ofNullable((String) column).filter(text -> !text.equals(TEXT));
    }

    /** @param column what {@link #number(Double)} has made, or null */
    public static Optional<Double> readNumber(Object column) {
        return Optional.ofNullable((Double) column).filter(number -> !number.isNaN());
    }
}
