package io.varve.read;

import io.varve.node.Node;
import io.varve.node.Role;

/** Does nothing: a node with this role alone can command the entities of others and read what they journal. */
public final class ListenRole implements Role {
    public static final String NAME = "listen";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(Node node) {}
}
