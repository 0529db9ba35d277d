package io.varve.read.timeline;

import io.varve.node.Node;
import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdKind;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.entity.EntityKind;
import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.Written;
import io.varve.node.post.PostKind;
import io.varve.node.user.UserEvent;
import io.varve.node.user.UserEvent.Notified;
import io.varve.node.user.UserKind;
import io.varve.read.feed.Feeds;
import io.varve.read.following.FeedFollower;
import io.varve.read.user.UserViews;
import java.util.concurrent.CompletionStage;
import java.util.function.ToIntFunction;

/** What a process hears of the social network: posts, crowds and users, each kind followed once for all who need it. */
public final class SocialFeeds {
    private static final int CHARACTERS = 500;
    private static final int PEOPLE = 8;

    private final FeedFollower<PostEvent> posts;
    private final FeedFollower<CrowdEvent> crowds;
    private final FeedFollower<UserEvent> users;
    private final FollowedMutes mutes;

    SocialFeeds(
            FeedFollower<PostEvent> posts,
            FeedFollower<CrowdEvent> crowds,
            FeedFollower<UserEvent> users,
            FollowedMutes mutes) {
        this.posts = posts;
        this.crowds = crowds;
        this.users = users;
        this.mutes = mutes;
        users.listen(mutes::take);
    }

    /** Those of a node, whatever its roles; complete when they are followed. Once for each process. */
    public static CompletionStage<SocialFeeds> of(Node node, UserViews views) {
        var posts = SocialFeeds.<PostEvent>follow(node, PostKind.create(), SocialFeeds::size);
        var crowds = SocialFeeds.<CrowdEvent>follow(node, CrowdKind.create(), SocialFeeds::size);
        var users = SocialFeeds.<UserEvent>follow(node, UserKind.create(), SocialFeeds::size);
        var mutes = new FollowedMutes(views, FeedsSettings.of(node));
        return posts.thenCompose(ofPosts ->
                crowds.thenCombine(users, (ofCrowds, ofUsers) -> new SocialFeeds(ofPosts, ofCrowds, ofUsers, mutes)));
    }

    private static <E> CompletionStage<FeedFollower<E>> follow(
            Node node, EntityKind<?, ?, ?, ?, ?> kind, ToIntFunction<E> size) {
        var settings = FeedsSettings.of(node);
        var following = Feeds.of(node).<E>following(kind);
        return FeedFollower.start(node.system(), following, settings.restart(), settings.eventsInMemory(), size);
    }

    /** Comments are in feeds, too, when they are boosted; but then they were written before. */
    static int size(PostEvent event) {
        if (event instanceof Written written) {
            return written.head().inReplyTo() == null ? size(written.text()) : 0;
        }
        return event instanceof Edited edited ? size(edited.text()) : 1;
    }

    private static int size(String text) {
        return 1 + text.length() / CHARACTERS;
    }

    static int size(CrowdEvent event) {
        return event.relation() == CrowdRelation.BOOSTS && event instanceof Joined ? 1 : 0;
    }

    static int size(UserEvent event) {
        return event instanceof Notified told ? 1 + told.newActors().size() / PEOPLE : 0;
    }

    FeedFollower<PostEvent> posts() {
        return posts;
    }

    FeedFollower<CrowdEvent> crowds() {
        return crowds;
    }

    FeedFollower<UserEvent> users() {
        return users;
    }

    FollowedMutes mutes() {
        return mutes;
    }
}
