package io.varve.node;

/**
 * What a process does: {@code write}, {@code read} or {@code gateway}. Each module implements it once, as its
 * composition root, and names the implementation in {@code META-INF/services}.
 */
public interface Role {
    /** The name by which the configuration asks for the role. */
    String name();

    /** Starts the role; throws if it cannot be had, which ends the process. */
    void start(Node node);
}
