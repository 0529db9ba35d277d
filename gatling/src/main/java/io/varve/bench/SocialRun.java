package io.varve.bench;

import static io.varve.bench.SocialLine.FAN_OUT;
import static io.varve.bench.SocialLine.FEEDS;
import static io.varve.bench.SocialLine.LIKES;
import static io.varve.bench.SocialLine.PAGES;
import static io.varve.bench.SocialLine.POSTING;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Measures lines in turns, one side after the other. */
final class SocialRun {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int COMPARED_PAGES = 20;
    private static final double SHARE_OF_PEAK = 0.5;

    private final VarveSocial varve;
    private final SocialSide peer;
    private final Turns turns;
    private SocialFigures figures;

    /**
     * What is measured, and for how long.
     *
     * @param pageRate pages per second while it is measured how long they take; 0 for half of the peak
     * @param filled whether posts, readers and fans are there already, on both sides
     */
    record Turns(
            Set<SocialLine> lines,
            Duration turn,
            Duration warmUp,
            VarveSocial.Reach reach,
            double pageRate,
            double postRate,
            boolean filled) {
        boolean measure(SocialLine line) {
            return lines.contains(line);
        }
    }

    /** @param peer may be null */
    SocialRun(VarveSocial varve, SocialSide peer, Turns turns) {
        this.varve = varve;
        this.peer = peer;
        this.turns = turns;
        figures = newFigures();
    }

    private SocialFigures newFigures() {
        return new SocialFigures(turns.reach(), varve.fanOut());
    }

    SocialFigures figures() {
        return figures;
    }

    /** Makes people known, and gives both sides the same posts. */
    void open() throws IOException, InterruptedException {
        varve.open();
        boolean feeds = turns.measure(FEEDS) || turns.measure(PAGES);
        if (feeds && !turns.filled()) {
            fill("Varve", varve);
        }
        if (feeds && peer != null) {
            if (!turns.filled()) {
                fill("the peer", peer);
            }
            comparePages();
        }
        if (turns.measure(PAGES)) {
            varve.openReaders();
        }
        if (turns.measure(POSTING) || turns.measure(FAN_OUT) || turns.measure(LIKES)) {
            varve.openAuthors();
            if (!turns.filled()) {
                varve.openFans();
                varve.openFollowers();
            }
        }
        if (turns.measure(LIKES)) {
            varve.openSpread();
        }
        varve.settle();
    }

    private static void fill(String name, SocialSide side) throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        side.fill();
        side.settle();
        System.out.printf(
                "%s was filled in %d s%n",
                name, Duration.ofNanos(System.nanoTime() - startNanos).toSeconds());
    }

    /** Both sides were told the same, so they must show the same. */
    private void comparePages() throws IOException, InterruptedException {
        for (int reader = 0; reader < COMPARED_PAGES; reader++) {
            List<String> ours = varve.page(reader);
            List<String> theirs = peer.page(reader);
            if (!ours.equals(theirs)) {
                throw new IOException("of reader " + reader + " Varve shows " + ours + ", the peer " + theirs);
            }
        }
        System.out.printf("the pages of %d readers are the peer's%n", COMPARED_PAGES);
    }

    /** Every line gets its share of the time, on each side. */
    void warmUp() throws IOException, InterruptedException {
        if (turns.warmUp().isZero()) {
            return;
        }
        System.out.printf("warming up for %d s a side%n", turns.warmUp().toSeconds());
        turn(turns.warmUp().dividedBy(turns.lines().size()));
        figures = newFigures();
    }

    /** One turn of every line. */
    void round() throws IOException, InterruptedException {
        turn(turns.turn());
    }

    private void turn(Duration time) throws IOException, InterruptedException {
        if (turns.measure(FEEDS)) {
            figures.feeds.add(varve.feeds(time));
            rest();
            if (peer != null) {
                figures.peerFeeds.add(peer.feeds(time));
                rest();
            }
        }
        if (turns.measure(PAGES)) {
            figures.fewPages.add(varve.pages(false, pageRate(), time));
            figures.manyPages.add(varve.pages(true, pageRate(), time));
            rest();
        }
        if (turns.measure(POSTING)) {
            figures.lonelyPosts.add(varve.posts(false, turns.postRate(), time));
            rest();
            figures.famousPosts.add(varve.posts(true, turns.postRate(), time));
            rest();
        }
        if (turns.measure(FAN_OUT)) {
            figures.addFanOut(varve.fanOutMillis());
            rest();
        }
        if (turns.measure(LIKES)) {
            figures.likesOfMany.add(varve.likesOfMany(time));
            rest();
            figures.likesOfOne.add(varve.likesOfOne(time));
            rest();
        }
    }

    private double pageRate() {
        return turns.pageRate() > 0 ? turns.pageRate() : figures.feeds.median() * SHARE_OF_PEAK;
    }

    /** The views show everything, and then the machine is idle for a moment. */
    private void rest() throws IOException, InterruptedException {
        varve.settle();
        Thread.sleep(PAUSE.toMillis());
    }
}
