package io.varve.bench;

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

    @Option(names = "--fan-out", defaultValue = "1045", description = "So many of them follow another author, too.")
    int fanOut;

    @Option(names = "--connections", defaultValue = "64", description = "Connections while it is filled.")
    int connections;

    @Override
    public Integer call() throws Exception {
        SocialCrowd nobody = new SocialCrowd(target.runId, 0, 0, 0, 0);
        var reach = new VarveSocial.Reach(0, 0, fill, fanOut, 0);
        try (VarveSocial varve = VarveSocial.at(target.url, nobody, connections, reach)) {
            if (fill > 0) {
                varve.open();
                varve.openFans();
                varve.fillLoved();
                varve.settle();
                System.out.println("Restart Varve, then run this without --fill, with the same --run-id.");
            } else {
                varve.timeFame();
            }
        }
        return 0;
    }
}
