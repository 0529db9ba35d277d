package io.varve.read.audit;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The revisions from and to, both included. */
record Span(long from, long to) {
    /** How many of an entity's last events are compared when not all are. */
    static final int TAIL = 20;

    /** How many events are read and compared at a time. */
    static final int CHUNK = 500;

    /** All revisions up to the last. */
    static List<Span> all(long last) {
        return List.of(new Span(1, last));
    }

    /** The first revision and the last ones: where a view starts to know an entity, and how far it has come. */
    static List<Span> ends(long last) {
        return last <= TAIL + 1 ? all(last) : List.of(new Span(1, 1), new Span(last - TAIL + 1, last));
    }

    /** What of the spans is not before a revision. */
    static List<Span> from(long revision, List<Span> spans) {
        return spans.stream()
                .filter(span -> span.to >= revision)
                .map(span -> new Span(Math.max(revision, span.from), span.to))
                .toList();
    }

    /** The same revisions in parts of a bounded size. */
    static List<Span> chunks(List<Span> spans) {
        return spans.stream().flatMap(Span::chunks).toList();
    }

    private Stream<Span> chunks() {
        return LongStream.rangeClosed(0, (to - from) / CHUNK)
                .map(n -> from + n * CHUNK)
                .mapToObj(start -> new Span(start, Math.min(to, start + CHUNK - 1)));
    }
}
