package io.varve.read.feed;

import java.util.List;

/**
 * Writes that travel together.
 *
 * @param writes those of one entity in their order but for what was lost or is still on its way; maybe none
 * @param upTo what whoever has had them has had, besides what was had before
 */
public record PlacedPage<E>(List<Placed<E>> writes, FeedMark upTo) {
    public PlacedPage {
        writes = List.copyOf(writes);
    }
}
