package io.varve.read.feed;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/** The events of all entities of a kind in one stream, for whoever knows himself what he has had. */
public interface Following<E> {
    /** The mark of somebody who has had everything until now. */
    CompletionStage<FeedMark> present();

    /**
     * Reads {@link FeedMark#text()}.
     *
     * @throws IllegalArgumentException if it is no mark of this feed
     */
    FeedMark mark(String text);

    /**
     * All writes that are not among the marked ones, each at least once and without an end.
     */
    Source<PlacedPage<E>, NotUsed> after(FeedMark mark);

    /** Whether a write that is not among the marked ones was recorded before a time. */
    CompletionStage<Boolean> lacksBefore(FeedMark mark, Instant time);

    /**
     * What pages have skipped of one entity: the writes that hold the revisions, as far as they are in the feed, and
     * for the rest what its journal has.
     *
     * @param from the first revision
     * @param to the last revision, included
     * @param had where not to look
     */
    CompletionStage<List<Placed<E>>> missing(String entityId, long from, long to, FeedMark had);
}
