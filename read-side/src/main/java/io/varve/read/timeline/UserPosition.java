package io.varve.read.timeline;

import io.varve.read.following.BadPositionException;
import io.varve.read.following.StreamPosition;

/** How far somebody has come in the stream of a user: in what is told of posts, of crowds, and of the user. */
public record UserPosition(StreamPosition posts, StreamPosition crowds, StreamPosition users) {
    private static final String SEPARATOR = "~";

    UserPosition withPosts(StreamPosition position) {
        return new UserPosition(position, crowds, users);
    }

    UserPosition withCrowds(StreamPosition position) {
        return new UserPosition(posts, position, users);
    }

    UserPosition withUsers(StreamPosition position) {
        return new UserPosition(posts, crowds, position);
    }

    /**
     * For {@link UserStreams#position}: letters, digits, {@code -}, {@code _}, {@code .} and {@code ~}. Some hundred of
     * them for each node that writes.
     */
    public String text() {
        return String.join(SEPARATOR, posts.text(), crowds.text(), users.text());
    }

    static UserPosition of(String text, SocialFeeds feeds) {
        var parts = text.split(SEPARATOR, -1);
        if (parts.length != 3) {
            throw new BadPositionException();
        }
        return new UserPosition(
                feeds.posts().position(parts[0]),
                feeds.crowds().position(parts[1]),
                feeds.users().position(parts[2]));
    }
}
