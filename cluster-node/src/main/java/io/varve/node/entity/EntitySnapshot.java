package io.varve.node.entity;

import java.util.List;

/** The state of an entity and the commands that it remembers, as the snapshot store holds them. */
record EntitySnapshot<S, A, R>(S state, long forgottenUpTo, List<CommandMemory.Entry<A, R>> remembered) {}
