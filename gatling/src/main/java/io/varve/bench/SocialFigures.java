package io.varve.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The figures of a run about people and posts: what was counted, the ratios, and whether they are as they should. */
final class SocialFigures {
    final Series feeds = new Series("feed pages, Varve");
    final Series peerFeeds = new Series("feed pages, peer");
    final Series likesOfOne = new Series("likes of one post, Varve");
    final Series likesOfMany;
    final Delays fewPages;
    final Delays manyPages;
    final Delays lonelyPosts = new Delays("a post of an author whom nobody follows");
    final Delays famousPosts;
    private final String famousWhat;
    private final String fanOutWhat;
    private final List<Double> fanOutMillis = new ArrayList<>();

    SocialFigures(VarveSocial.Reach reach, int fanOut) {
        likesOfMany = new Series(String.format(Locale.ROOT, "likes spread over %,d posts, Varve", reach.spread()));
        fewPages = new Delays(String.format(Locale.ROOT, "a feed page of who follows %,d", reach.few()));
        manyPages = new Delays(String.format(Locale.ROOT, "a feed page of who follows %,d", reach.many()));
        famousWhat = String.format(Locale.ROOT, "a post of an author whom %,d follow", reach.fans());
        famousPosts = new Delays(famousWhat);
        fanOutWhat = String.format(Locale.ROOT, "acknowledged post seen in all feeds of %,d followers", fanOut);
    }

    void addFanOut(double millis) {
        fanOutMillis.add(millis);
        System.out.printf(Locale.ROOT, "  %-50s %,.0f ms%n", fanOutWhat, millis);
    }

    /** The tables, as Markdown; of what was not measured there is no row. */
    String tables() {
        List<String> lines = new ArrayList<>(List.of(Judged.HEAD));
        judged().forEach(figure -> lines.add(figure.row()));
        lines.addAll(List.of("", Series.HEAD));
        for (Series series : List.of(feeds, peerFeeds, likesOfOne, likesOfMany)) {
            if (!series.isEmpty()) {
                lines.add(series.row());
            }
        }
        return String.join("\n", lines);
    }

    private List<Judged> judged() {
        List<Judged> all = new ArrayList<>();
        if (!peerFeeds.isEmpty()) {
            all.add(ratio("feed pages / the peer's", feeds.ratiosTo(peerFeeds), Goal.atLeast(2, 5)));
        }
        for (Delays pages : List.of(fewPages, manyPages)) {
            if (!pages.isEmpty()) {
                all.add(pages.p99(Goal.atMost(20)));
            }
        }
        if (!famousPosts.isEmpty()) {
            // It is to be the same; a fifth of it is chance.
            all.add(ratio(postingTitle(), waits(), Goal.atMost(1.2)));
        }
        if (!fanOutMillis.isEmpty()) {
            all.add(new Judged(fanOutWhat, Judged.Unit.MILLIS, fanOutMillis, Goal.atMost(2_000)));
        }
        if (!likesOfOne.isEmpty()) {
            all.add(ratio("likes of one post / spread", likesOfOne.ratiosTo(likesOfMany), Goal.atLeast(0.5)));
        }
        return all;
    }

    private String postingTitle() {
        return String.format(
                Locale.ROOT,
                "%s (p50 %.1f ms) / of one whom nobody follows (%.1f ms)",
                famousWhat,
                Summary.of(famousPosts.p50Millis()).median(),
                Summary.of(lonelyPosts.p50Millis()).median());
    }

    private List<Double> waits() {
        return IntStream.range(0, famousPosts.p50Millis().size())
                .mapToObj(i ->
                        famousPosts.p50Millis().get(i) / lonelyPosts.p50Millis().get(i))
                .toList();
    }

    private static Judged ratio(String what, List<Double> rounds, Goal goal) {
        return new Judged(what, Judged.Unit.RATIO, rounds, goal);
    }
}
