package io.varve.node;

/** Hosts entities. {@link io.varve.node.entity.Entities} has joined their sharding already. */
public final class WriteRole implements Role {
    @Override
    public String name() {
        return "write";
    }

    @Override
    public void start(Node node) {
        // Sharding hosts entities where the process has this role; nothing else is to be started.
    }
}
