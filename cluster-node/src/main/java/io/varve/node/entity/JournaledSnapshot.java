package io.varve.node.entity;

/** A snapshot on its way to or from the snapshot store; the kind becomes the manifest. */
record JournaledSnapshot<S, A, R>(String kind, EntitySnapshot<S, A, R> snapshot) {}
