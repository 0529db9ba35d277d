package io.varve.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** Commands of the operator, by bash. */
final class Shell {
    private Shell() {}

    /** Starts a command whose output is shown. */
    static Process start(String command) throws IOException {
        return new ProcessBuilder("bash", "-c", command).inheritIO().start();
    }

    /** What a command prints, in one line. */
    static String output(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("exit code " + process.exitValue() + " of " + command);
        }
        return printed.strip().replaceAll("\\s*\\R\\s*", ", ");
    }
}
