package io.varve.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The heap of a node, as its JVM tells it. */
final class Heap {
    private static final long JCMD_SECONDS = 60;

    private Heap() {}

    /** Prints what the heap holds now, and what of it is live. */
    static void show(long pid) throws IOException, InterruptedException {
        System.out.println("heap under load:");
        jcmd(pid, "GC.heap_info");
        jcmd(pid, "GC.run");
        System.out.println("heap that is live (after a full collection):");
        jcmd(pid, "GC.heap_info");
    }

    private static void jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("jcmd", Long.toString(pid), command)
                .redirectErrorStream(true)
                .inheritIO()
                .start();
        if (!process.waitFor(JCMD_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("jcmd " + command + " did not end");
        }
    }
}
