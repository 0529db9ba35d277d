package io.varve.bench;

import io.netty.handler.codec.http.FullHttpRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/** One of the systems compared, as far as feeds go. It has connections only while it is its turn. */
class SocialSide implements AutoCloseable {
    static final int PAGE = 50;
    /** So many posts, the last ones, are written one after the other: what is on a first page is certain then. */
    private static final int IN_ORDER = 2_000;

    private static final Duration FILLING = Duration.ofHours(2);
    private static final int STATUS_OK = 200;

    private final HttpGateway gateway;
    private final SocialRequests requests;
    private final SocialCrowd crowd;
    private final int connections;

    SocialSide(HttpGateway gateway, SocialRequests requests, SocialCrowd crowd, int connections) {
        this.gateway = gateway;
        this.requests = requests;
        this.crowd = crowd;
        this.connections = connections;
    }

    static SocialSide peer(URI url, SocialCrowd crowd, int connections) {
        HttpGateway gateway = new HttpGateway(url);
        return new SocialSide(gateway, new PeerSocialRequests(gateway.host()), crowd, connections);
    }

    /** Writes the posts, and lets the readers follow the authors. */
    void fill() throws IOException, InterruptedException {
        int[] authors = crowd.authorsOfPosts();
        int atOnce = Math.max(0, crowd.posts() - IN_ORDER);
        IntFunction<FullHttpRequest> write =
                post -> requests.write(crowd.postId(post), crowd.authorId(authors[post]), crowd.text(post));
        send(connections, atOnce, write);
        send(1, crowd.posts() - atOnce, post -> write.apply(atOnce + post));
        send(connections, crowd.readers() * crowd.followed(), number -> {
            int reader = number / crowd.followed();
            return requests.follow(
                    crowd.readerId(reader), crowd.authorId(crowd.followedBy(reader, number % crowd.followed())));
        });
    }

    final void send(int atOnce, int many, IntFunction<FullHttpRequest> request)
            throws IOException, InterruptedException {
        Fill.run(gateway, atOnce, many, request, FILLING);
    }

    final int connections() {
        return connections;
    }

    /** A turn of first pages of feeds, of any reader each. */
    Measured feeds(Duration time) throws IOException, InterruptedException {
        Calls calls = Calls.endless(
                () -> requests.feed(crowd.readerId(ThreadLocalRandom.current().nextInt(crowd.readers())), PAGE),
                STATUS_OK);
        return run(calls, time, nanos -> {});
    }

    /** The texts of the first page of a reader's feed. */
    List<String> page(int reader) throws IOException, InterruptedException {
        Answer answer = ask(requests.feed(crowd.readerId(reader), PAGE));
        if (answer.status() != STATUS_OK) {
            throw new IOException("the feed of " + crowd.readerId(reader) + " was answered " + answer);
        }
        return requests.texts(answer.body());
    }

    final Answer ask(FullHttpRequest request) throws IOException, InterruptedException {
        return gateway.askAll(List.of(request)).get(0);
    }

    final Measured run(Calls calls, Duration time, LongConsumer answeredNanos)
            throws IOException, InterruptedException {
        List<HttpConnection> opened = gateway.connect(connections);
        try {
            return new ClosedLoop(gateway, opened).run(calls, time, answeredNanos);
        } finally {
            opened.forEach(HttpConnection::close);
        }
    }

    /** Returns when nothing of what was asked is still being worked on. */
    void settle() throws IOException, InterruptedException {}

    @Override
    public void close() {
        gateway.close();
    }
}
