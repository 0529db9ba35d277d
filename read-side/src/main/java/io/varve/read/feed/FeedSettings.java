package io.varve.read.feed;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * The settings of the feeds, read once from {@code varve.feed}; reference.conf explains each.
 *
 * @param pageEvents about how many events a page holds at most
 * @param pageWindow the least time between two pages
 * @param rewind how far before its saved offset the stock feed starts
 * @param patience how long a silent journal's rows are waited for
 */
public record FeedSettings(int pageEvents, Duration pageWindow, Duration rewind, Duration patience) {
    public static FeedSettings of(Config feed) {
        return new FeedSettings(
                feed.getInt("page-events"),
                feed.getDuration("page-window"),
                feed.getDuration("rewind"),
                feed.getDuration("patience"));
    }

    /** The same with another window: a projection may want fewer and larger pages. */
    public FeedSettings withPageWindow(Duration window) {
        return new FeedSettings(pageEvents, window, rewind, patience);
    }
}
