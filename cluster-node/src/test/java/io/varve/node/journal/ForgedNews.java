package io.varve.node.journal;

import java.util.Map;
import org.apache.pekko.actor.ActorSystem;

/** News of journals that there are not. */
public final class ForgedNews {
    private ForgedNews() {}

    /** As if a journal had said that it has confirmed so many rows of a slice. */
    public static void tell(ActorSystem system, int writer, String kind, int slice, long confirmed) {
        var heads = new long[FeedLog.SLICES];
        heads[slice] = confirmed;
        FeedNews.get(system).heard(new FeedHeads(writer, Map.of(kind, heads)));
    }
}
