package io.varve.node.crowd;

/** Why a bucket of a crowd refuses a command. */
public enum CrowdRefusal {
    /** It has as many members as fit into the memory of a node. */
    CROWD_FULL
}
