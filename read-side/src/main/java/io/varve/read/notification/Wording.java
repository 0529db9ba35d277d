package io.varve.read.notification;

import io.varve.node.user.NotificationReason;
import java.util.List;

/** Says in words what a user was told, as in "Ann and 12 others liked your post". */
public final class Wording {
    private Wording() {}

    /**
     * @param names of the newest who did it, the newest first; at least one
     * @param count how many people did it; of comments, how many there are, of as many people as have names or more
     * @param own whether the post that it is about is the user's
     */
    public static String of(NotificationReason reason, List<String> names, long count, boolean own) {
        String people = reason == NotificationReason.COMMENTED ? authors(names) : people(names, count);
        return people + " " + deed(reason, own);
    }

    /** Of many comments it is not known how many people wrote them. */
    private static String authors(List<String> names) {
        return switch (names.size()) {
            case 1 -> names.get(0);
            case 2 -> names.get(0) + " and " + names.get(1);
            default -> names.get(0) + ", " + names.get(1) + " and others";
        };
    }

    private static String people(List<String> names, long count) {
        String newest = names.get(0);
        if (count == 1) {
            return newest;
        }
        return newest + " and " + (count == 2 && names.size() > 1 ? names.get(1) : others(count - 1));
    }

    private static String others(long count) {
        return count == 1 ? "1 other" : count + " others";
    }

    private static String deed(NotificationReason reason, boolean own) {
        String post = own ? "your post" : "a post that you watch";
        return switch (reason) {
            case LIKED -> "liked " + post;
            case BOOSTED -> "boosted " + post;
            case COMMENTED -> "commented on " + post;
            case MENTIONED -> "mentioned you";
            case FOLLOWED -> "followed you";
        };
    }
}
