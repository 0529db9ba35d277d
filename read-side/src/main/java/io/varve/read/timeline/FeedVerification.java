package io.varve.read.timeline;

import java.util.List;

/**
 * A feed held against what history says it must be.
 *
 * @param items how many items history says it has
 * @param differences what is missing, too much, elsewhere or other; empty when the feed is right
 */
public record FeedVerification(long items, List<String> differences) {
    public FeedVerification {
        differences = List.copyOf(differences);
    }
}
