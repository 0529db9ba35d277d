package io.varve.bench;

import java.net.URI;
import picocli.CommandLine.Option;

/** What Varve is compared with, if anything. */
final class PeerOptions {
    private static final URI DEFAULT_URL = URI.create("http://127.0.0.1:18080");

    @Option(names = "--peer-url", description = "The peer (with --peer-start: http://127.0.0.1:18080).")
    private URI url;

    @Option(
            names = "--peer-start",
            defaultValue = "",
            description = "Starts it when it does not answer; returns when it is up, or runs as long as it.")
    String start;

    @Option(names = "--peer-stop", defaultValue = "", description = "Stops it again if it was started by this.")
    String stop;

    @Option(
            names = "--peer-durability",
            defaultValue = "",
            description = "A command that prints how durable the peer's answers are; shown with the result.")
    String durability;

    boolean isGiven() {
        return url != null || !start.isBlank();
    }

    URI url() {
        return url == null ? DEFAULT_URL : url;
    }
}
