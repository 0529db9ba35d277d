package io.varve.node.route;

/** Why a route refuses a command: it never does. */
public enum RouteRefusal {}
