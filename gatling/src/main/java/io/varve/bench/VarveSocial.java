package io.varve.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.FullHttpRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** Varve, which knows people, and whose feeds go on after the last answer. */
final class VarveSocial extends SocialSide {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration WORTH_MENTIONING = Duration.ofSeconds(2);
    private static final long BETWEEN_LOOKS_MILLIS = 100;
    /** Posts by which it is seen whether the views have caught up: of several shares of the projections. */
    private static final int MARKS = 20;

    private static final int POST_CONNECTIONS = 4;
    /** Likes of one post that meet each of its buckets. */
    private static final int FAMOUS_LIKES = 32;

    private static final int STATUS_OK = 200;
    private static final int STATUS_CREATED = 201;

    private final HttpGateway gateway;
    private final VarveSocialRequests requests;
    private final SocialCrowd crowd;
    private final Reach reach;
    /** An earlier run may have left posts of the same people. */
    private final String session = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private int numbers;
    private long likes;

    /**
     * How well people are connected.
     *
     * @param few authors whom one reader follows
     * @param many authors whom another one follows
     * @param fans followers of one author; they like, too
     * @param fanOut followers of another author
     * @param spread posts over which likes are spread
     */
    record Reach(int few, int many, int fans, int fanOut, int spread) {}

    private VarveSocial(
            HttpGateway gateway, VarveSocialRequests requests, SocialCrowd crowd, int connections, Reach reach) {
        super(gateway, requests, crowd, connections);
        this.gateway = gateway;
        this.requests = requests;
        this.crowd = crowd;
        this.reach = reach;
    }

    static VarveSocial at(URI url, SocialCrowd crowd, int connections, Reach reach) {
        HttpGateway gateway = new HttpGateway(url);
        return new VarveSocial(gateway, new VarveSocialRequests(gateway.host()), crowd, connections, reach);
    }

    private String id(String who) {
        return crowd.prefix() + "-" + who;
    }

    private String fanId(int fan) {
        return id("f" + fan);
    }

    /** Makes those known by whom it is seen whether views have caught up. */
    void open() throws IOException, InterruptedException {
        register("marker");
        register("watcher");
        send(1, 1, number -> requests.follow(id("watcher"), id("marker")));
    }

    /** A post of the author whom all fans follow, which all of them like. */
    void fillLoved() throws IOException, InterruptedException {
        send(1, 1, number -> requests.write(id("loved"), id("famous"), "liked by all"));
        send(connections(), reach.fans(), fan -> requests.like(id("loved"), fanId(fan)));
    }

    /** Times the first requests after a restart that concern the famous author and the post that is liked by all. */
    void timeFame() throws IOException, InterruptedException {
        try (FirstAnswers answers = new FirstAnswers(gateway)) {
            // The route is made warm by another post, so that the post itself is what is timed.
            String other = newPost();
            answers.time(requests.write(other, id("lonely"), "liked by one"), "(warm-up) another post");
            answers.time(requests.like(other, fanId(0)), "(warm-up) a like of the other post");
            double slowest = 0;
            for (int fan = 0; fan < FAMOUS_LIKES; fan++) {
                String what = "like of " + id("loved") + " by " + fanId(fan);
                slowest = Math.max(slowest, answers.time(requests.like(id("loved"), fanId(fan)), what));
            }
            System.out.printf(Locale.ROOT, "the slowest of these likes took %.1f ms%n", slowest);
            answers.time(requests.get("/v1/posts/" + id("loved")), "the post");
            answers.time(requests.get("/v1/posts/" + id("loved") + "/likes?limit=50"), "50 who like it");
            answers.time(requests.get("/v1/users/" + id("famous")), "its author");
            answers.time(requests.get("/v1/users/" + id("famous") + "/followers?limit=50"), "50 followers");
            answers.time(requests.write(newPost(), id("famous"), "one more"), "a post of the author");
            answers.time(requests.follow(id("watcher"), id("famous")), "a follow of the author");
        }
    }

    private void register(String who) throws IOException, InterruptedException {
        send(1, 1, number -> requests.register(id(who)));
    }

    /** Makes authors and readers known first. */
    @Override
    void fill() throws IOException, InterruptedException {
        send(connections(), crowd.authors(), author -> requests.register(crowd.authorId(author)));
        send(connections(), crowd.readers(), reader -> requests.register(crowd.readerId(reader)));
        super.fill();
    }

    /** One who follows few authors, and one who follows many, some of whom have one post only. */
    void openReaders() throws IOException, InterruptedException {
        register("few");
        register("many");
        send(connections(), reach.few(), number -> requests.follow(id("few"), crowd.authorId(number)));
        int further = Math.max(0, reach.many() - crowd.authors());
        send(connections(), further, number -> requests.register(id("x" + number)));
        send(connections(), further, number -> requests.write(id("xp" + number), id("x" + number), "one post"));
        send(connections(), further, number -> requests.follow(id("many"), id("x" + number)));
        send(
                connections(),
                Math.min(reach.many(), crowd.authors()),
                number -> requests.follow(id("many"), crowd.authorId(number)));
    }

    /** Authors, of whom one will have many followers, one some, and one none. */
    void openAuthors() throws IOException, InterruptedException {
        for (String author : new String[] {"lonely", "followed", "famous"}) {
            register(author);
        }
    }

    /** Many people who like. */
    void openFans() throws IOException, InterruptedException {
        send(connections(), reach.fans(), fan -> requests.register(fanId(fan)));
    }

    /** All fans follow one author, and some another. */
    void openFollowers() throws IOException, InterruptedException {
        send(connections(), reach.fans(), fan -> requests.follow(fanId(fan), id("famous")));
        send(connections(), fanOut(), fan -> requests.follow(fanId(fan), id("followed")));
    }

    /** No more than there are fans. */
    int fanOut() {
        return Math.min(reach.fanOut(), reach.fans());
    }

    /** A turn of pages at a rate for one reader; how long after they were due. */
    Histogram pages(boolean ofMany, double rate, Duration time) throws IOException, InterruptedException {
        String reader = id(ofMany ? "many" : "few");
        return new PacedDelay(gateway, connections(), STATUS_OK).run(number -> requests.feed(reader, PAGE), rate, time);
    }

    /** A turn of posts at a rate by one author; how long after they were due they were acknowledged. */
    Histogram posts(boolean ofFamous, double rate, Duration time) throws IOException, InterruptedException {
        String author = id(ofFamous ? "famous" : "lonely");
        return new PacedDelay(gateway, POST_CONNECTIONS, STATUS_CREATED)
                .run(number -> requests.write(newPost(), author, "measured"), rate, time);
    }

    private String newPost() {
        return id(session + "-n" + numbers++);
    }

    /** Milliseconds from the acknowledgement of a post until it is seen in every follower's feed. */
    double fanOutMillis() throws IOException, InterruptedException {
        String post = newPost();
        send(1, 1, number -> requests.write(post, id("followed"), "to all"));
        long startNanos = System.nanoTime();
        new FeedsWatch(gateway, connections())
                .await(
                        post,
                        IntStream.range(0, fanOut()).mapToObj(this::newestOf).toList(),
                        PATIENCE);
        return (System.nanoTime() - startNanos) / 1e6;
    }

    private FullHttpRequest newestOf(int fan) {
        return requests.feed(fanId(fan), 1);
    }

    /** A turn of likes of one new post, each by another fan. */
    Measured likesOfOne(Duration time) throws IOException, InterruptedException {
        String post = newPost();
        send(1, 1, number -> requests.write(post, id("lonely"), "liked by many"));
        int[] begun = {0};
        Calls calls = Calls.endless(() -> requests.like(post, fanId(begun[0]++ % reach.fans())), STATUS_OK);
        Measured measured = run(calls, time, nanos -> {});
        if (begun[0] > reach.fans()) {
            throw new IOException(
                    "of " + begun[0] + " likes only " + reach.fans() + " could count: give it more --fans");
        }
        return measured;
    }

    /** Posts to be liked. */
    void openSpread() throws IOException, InterruptedException {
        send(connections(), reach.spread(), number -> requests.write(spreadId(number), id("lonely"), "liked by some"));
    }

    private String spreadId(int number) {
        return id(session + "-s" + number);
    }

    /** A turn of likes of many posts by turns, no two of them the same. */
    Measured likesOfMany(Duration time) throws IOException, InterruptedException {
        return run(
                Calls.endless(
                        () -> {
                            int fan = (int) (likes % reach.fans());
                            int post = (int) ((likes / reach.fans() + likes) % reach.spread());
                            likes++;
                            return requests.like(spreadId(post), fanId(fan));
                        },
                        STATUS_OK),
                time,
                nanos -> {});
    }

    /** Waits until some new posts are in a feed, with a like each, and their author was told of it. */
    @Override
    void settle() throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        Set<String> marks = new HashSet<>();
        for (int i = 0; i < MARKS; i++) {
            String mark = newPost();
            marks.add(mark);
            send(1, 1, number -> requests.write(mark, id("marker"), "a mark"));
            send(1, 1, number -> requests.like(mark, id("watcher")));
        }
        long deadline = startNanos + PATIENCE.toNanos();
        while (!(isInFeed(marks) && isTold(marks))) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the views have not caught up after " + PATIENCE);
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        if (seconds > WORTH_MENTIONING.toSeconds()) {
            System.out.printf(Locale.ROOT, "  (the views caught up %.1f s later)%n", seconds);
        }
    }

    private boolean isInFeed(Set<String> marks) throws IOException, InterruptedException {
        Set<String> liked = new HashSet<>();
        for (JsonNode item : ask(requests.feed(id("watcher"), MARKS)).body().path("items")) {
            if (item.path("likes").asLong() == 1) {
                liked.add(item.path("postId").asText());
            }
        }
        return liked.containsAll(marks);
    }

    private boolean isTold(Set<String> marks) throws IOException, InterruptedException {
        return new HashSet<>(ask(requests.notifications(id("marker"), MARKS + 1))
                        .body()
                        .findValuesAsText("subject"))
                .containsAll(marks);
    }
}
