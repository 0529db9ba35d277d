package io.varve.read.projection;

import io.varve.read.query.Concurrently;
import io.varve.read.table.Happened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that no event of an entity is skipped: where the feed jumps over a revision, the missing events are
 * read from the entity's own journal.
 *
 * <p>The tagged feed does jump: an event whose tag was written late, after a younger event of the same entity was
 * seen, is taken for a duplicate and dropped. The slice feed does so where rows of its log were lost. The views' rows
 * carry only what their event changes, so a skipped event would leave a hole for ever.
 */
final class GapFiller<E> {
    private static final Logger LOG = LoggerFactory.getLogger(GapFiller.class);
    /** Entities whose last revision is kept in memory; an older one is asked of its view again. */
    private static final int KNOWN_LIMIT = 50_000;

    private final Function<Happened<E>, CompletionStage<Long>> before;
    private final Journal<E> journal;
    private final Map<String, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > KNOWN_LIMIT;
        }
    };

    /** How far the views of an entity have come. */
    interface Revisions {
        /** The revision up to which the views hold every event, 0 for an entity that they do not know. */
        CompletionStage<Long> of(String entityId);
    }

    /** The journal of one entity. */
    interface Journal<E> {
        /** The events of the revisions from and to, both included. */
        CompletionStage<List<Happened<E>>> events(String entityId, long from, long to);
    }

    /** Revisions that the feed did not bring, and after how many events of the page they are missing. */
    private record Gap(int index, String entityId, long from, long to) {}

    /** A page without gaps. */
    final class Filled {
        private final List<Happened<E>> events;
        private final Map<String, Long> seen;

        private Filled(List<Happened<E>> events, Map<String, Long> seen) {
            this.events = events;
            this.seen = seen;
        }

        List<Happened<E>> events() {
            return events;
        }

        /** The views hold the page; what was in a page that failed must count as unseen when it comes again. */
        void done() {
            known.putAll(seen);
        }
    }

    GapFiller(Revisions revisions, Journal<E> journal) {
        this(journal, event -> revisions.of(event.entityId()));
    }

    private GapFiller(Journal<E> journal, Function<Happened<E>, CompletionStage<Long>> before) {
        this.before = before;
        this.journal = journal;
    }

    /**
     * For what has no views that say how far it has come: of an entity that it meets, everything before the first event
     * that the feed brings counts as done. Other views must not be asked, since they may be filled anew.
     */
    static <E> GapFiller<E> withoutViews(Journal<E> journal) {
        return new GapFiller<>(journal, event -> CompletableFuture.completedFuture(event.revision() - 1));
    }

    /** The page with what is missing before each of its events; one call at a time. */
    CompletionStage<Filled> fill(List<Happened<E>> page) {
        Map<String, Happened<E>> firsts = new LinkedHashMap<>();
        page.stream()
                .filter(event -> event.revision() > 1 && !known.containsKey(event.entityId()))
                .forEach(event -> firsts.putIfAbsent(event.entityId(), event));
        var strangers = List.copyOf(firsts.values());
        return Concurrently.forEach(strangers, before).thenCompose(found -> {
            Map<String, Long> seen = new HashMap<>();
            for (int i = 0; i < strangers.size(); i++) {
                seen.put(strangers.get(i).entityId(), found.get(i));
            }
            var gaps = gaps(page, seen);
            return Concurrently.forEach(gaps, gap -> journal.events(gap.entityId(), gap.from(), gap.to()))
                    .thenApply(missing -> new Filled(merge(page, gaps, missing), seen));
        });
    }

    private List<Gap> gaps(List<Happened<E>> page, Map<String, Long> seen) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            String id = page.get(i).entityId();
            long revision = page.get(i).revision();
            long last = seen.containsKey(id) ? seen.get(id) : known.getOrDefault(id, 0L);
            if (revision > last + 1) {
                LOG.info("{}: the feed jumped from {} to {}", id, last, revision);
                gaps.add(new Gap(i, id, last + 1, revision - 1));
            }
            seen.put(id, Math.max(last, revision));
        }
        return gaps;
    }

    private static <E> List<Happened<E>> merge(
            List<Happened<E>> page, List<Gap> gaps, List<List<Happened<E>>> missing) {
        if (gaps.isEmpty()) {
            return page;
        }
        List<Happened<E>> merged = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < page.size(); i++) {
            if (next < gaps.size() && gaps.get(next).index() == i) {
                merged.addAll(missing.get(next++));
            }
            merged.add(page.get(i));
        }
        return merged;
    }
}
