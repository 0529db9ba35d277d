package io.varve.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What very many followers and likes cost: fill, restart Varve, then time the first requests. */
@Command(
        name = "fame",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Lets very many follow one author and like one post, or times the first requests after a restart.")
final class FameCommand implements Callable<Integer> {
    @Mixin
    TargetOptions target;

    @Option(
            names = "--fill",
            description = "So many people follow and like. With the same --run-id, social --filled --fans finds them.")
    int fill;

    @Option(
            names = "--of",
            split = ",",
            description = "What is filled (default: everything, in this order): ${COMPLETION-CANDIDATES}.")
    Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(names = "--fan-out", defaultValue = "1045", description = "So many of them follow another author, too.")
    int fanOut;

    @Option(names = "--connections", defaultValue = "64", description = "Connections while it is filled.")
    int connections;

    enum Part {
        PEOPLE,
        LIKES,
        FOLLOWERS
    }

    @Override
    public Integer call() throws Exception {
        SocialCrowd nobody = new SocialCrowd(target.runId, 0, 0, 0, 0);
        var reach = new VarveSocial.Reach(0, 0, fill, fanOut, 0);
        try (VarveSocial varve = VarveSocial.at(target.url, nobody, connections, reach)) {
            if (fill > 0) {
                fill(varve);
                System.out.println("Restart Varve, then run this without --fill, with the same --run-id.");
            } else {
                varve.timeFame();
            }
        }
        return 0;
    }

    private void fill(VarveSocial varve) throws IOException, InterruptedException {
        varve.open();
        varve.openAuthors();
        for (Part part : parts) {
            long startNanos = System.nanoTime();
            switch (part) {
                case PEOPLE -> varve.openFans();
                case LIKES -> varve.fillLoved();
                case FOLLOWERS -> varve.openFollowers();
                default -> throw new IllegalStateException("unknown part " + part);
            }
            varve.settle();
            System.out.printf(
                    "%s: %d in %d s%n",
                    part, fill, Duration.ofNanos(System.nanoTime() - startNanos).toSeconds());
        }
    }
}
