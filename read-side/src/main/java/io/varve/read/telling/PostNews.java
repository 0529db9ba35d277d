package io.varve.read.telling;

import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.Deleted;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.PostEvent.Written;
import io.varve.node.post.PostKind;
import io.varve.node.user.NotificationReason;
import io.varve.node.user.UserCommand.Act;
import io.varve.read.table.Happened;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the events of a page say of one post.
 *
 * @param writtenAt the revision of the event that wrote it, or 0 if that is in another page
 * @param mentions revisions of events, by whom they mentioned for the first time
 */
record PostNews(PostHead head, long writtenAt, Map<String, Long> mentions, boolean deleted) {

    /** In the order in which the posts come up. */
    static Collection<PostNews> of(List<Happened<PostEvent>> events) {
        Map<String, PostNews> news = new LinkedHashMap<>();
        for (var happened : events) {
            news.merge(happened.entityId(), of(happened), PostNews::followedBy);
        }
        return news.values();
    }

    private static PostNews of(Happened<PostEvent> happened) {
        var event = happened.event();
        long revision = happened.revision();
        if (event instanceof Written e) {
            return new PostNews(e.head(), revision, mentions(e.head().mentions(), revision), false);
        } else if (event instanceof Edited e) {
            return new PostNews(e.head(), 0, mentions(e.newMentions(), revision), false);
        } else if (event instanceof Deleted e) {
            return new PostNews(e.head(), 0, Map.of(), true);
        }
        throw new IllegalStateException("unknown event " + event);
    }

    private static Map<String, Long> mentions(List<String> users, long revision) {
        Map<String, Long> mentions = new LinkedHashMap<>();
        users.forEach(user -> mentions.put(user, revision));
        return mentions;
    }

    private PostNews followedBy(PostNews next) {
        Map<String, Long> all = new LinkedHashMap<>(mentions);
        next.mentions.forEach(all::putIfAbsent);
        return new PostNews(next.head, Math.max(writtenAt, next.writtenAt), all, deleted || next.deleted);
    }

    boolean isNew() {
        return writtenAt > 0;
    }

    /** Whether it has come to answer another post. */
    boolean isNewComment() {
        return isNew() && head.inReplyTo() != null;
    }

    /** Whether anybody may have to be told. */
    boolean tells() {
        return !deleted && (isNewComment() || !mentions.isEmpty());
    }

    /** The posts whose observers are told of it: what it answers, and what began the conversation. */
    Set<String> watched() {
        return isNewComment() ? new LinkedHashSet<>(List.of(head.inReplyTo(), head.root())) : Set.of();
    }

    /**
     * Who is to be told what.
     *
     * @param observers of the posts that are watched and still there
     */
    List<Told> told(Map<String, List<String>> observers) {
        var source = PostKind.create().persistenceId(head.postId());
        var mentioned = mentions.entrySet().stream()
                .flatMap(each -> Told.of(
                        each.getKey(),
                        source,
                        NotificationReason.MENTIONED,
                        head.postId(),
                        head.root(),
                        List.of(act(each.getValue())))
                        .stream());
        Map<String, String> subjects = new LinkedHashMap<>();
        for (var watched : watched()) {
            // Who watches both hears of the nearer one; and who is mentioned, of that alone.
            observers.getOrDefault(watched, List.of()).stream()
                    .filter(user -> !head.mentions().contains(user))
                    .forEach(user -> subjects.putIfAbsent(user, watched));
        }
        var watching = subjects.entrySet().stream()
                .map(each -> Told.of(
                        each.getKey(),
                        source,
                        NotificationReason.COMMENTED,
                        each.getValue(),
                        head.root(),
                        List.of(act(writtenAt))))
                .flatMap(Optional::stream);
        return Stream.concat(mentioned, watching).toList();
    }

    private Act act(long revision) {
        return new Act(revision, head.author(), head.postId());
    }
}
