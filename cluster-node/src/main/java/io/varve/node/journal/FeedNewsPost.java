package io.varve.node.journal;

import java.time.Duration;
import org.apache.pekko.actor.AbstractActorWithTimers;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.cluster.pubsub.DistributedPubSub;
import org.apache.pekko.cluster.pubsub.DistributedPubSubMediator;

/** Brings the news of this process's journal to the other nodes, and theirs to this one. */
final class FeedNewsPost extends AbstractActorWithTimers {
    private static final String TOPIC = "varve-feed";
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final FeedNews news;
    private final ActorRef mediator;
    /** The number of this process's journal; null before it has begun. */
    private Integer ownWriter;

    private enum Beat {
        INSTANCE
    }

    static Props props(FeedNews news) {
        return Props.create(FeedNewsPost.class, () -> new FeedNewsPost(news));
    }

    private FeedNewsPost(FeedNews news) {
        this.news = news;
        mediator = DistributedPubSub.get(getContext().getSystem()).mediator();
    }

    @Override
    public void preStart() {
        mediator.tell(new DistributedPubSubMediator.Subscribe(TOPIC, getSelf()), getSelf());
        getTimers().startTimerWithFixedDelay(Beat.INSTANCE, Beat.INSTANCE, BEAT);
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Integer.class, this::publish)
                .match(Beat.class, beat -> beat())
                .match(FeedHeads.class, heads -> {
                    if (!getSender().equals(getSelf())) {
                        news.heard(heads);
                    }
                })
                .match(DistributedPubSubMediator.SubscribeAck.class, ack -> {})
                .build();
    }

    private void beat() {
        if (ownWriter != null) {
            publish(ownWriter);
        }
    }

    private void publish(int writer) {
        ownWriter = writer;
        var heads = news.heads(writer);
        news.heard(heads);
        mediator.tell(new DistributedPubSubMediator.Publish(TOPIC, heads), getSelf());
    }
}
