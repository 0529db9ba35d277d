package io.varve.node.entity;

/** A recorded event on its way to or from the journal; the kind becomes the manifest. */
public record Journaled<E>(String kind, Recorded<E> recorded) {}
