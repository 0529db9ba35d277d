package io.varve.http.post;

import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.node.post.PostCommand;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.PostText;
import io.varve.node.post.Visibility;

/** The bodies of requests about posts, and the commands that they become once checked. */
final class PostRequests {
    private PostRequests() {}

    /**
     * @param postId null to have one made
     * @param visibility null for that of what is answered, or else public
     * @param inReplyTo null for a post that answers none
     */
    record NewPost(String postId, String author, String text, String visibility, String inReplyTo) {
        /** What can be told of the post without knowing what it answers. */
        Draft draft() {
            return new Draft(Fields.id("author", author), checkedText(text), checkedVisibility());
        }

        private Visibility checkedVisibility() {
            if (visibility == null) {
                return null;
            }
            return switch (visibility) {
                case "public" -> Visibility.PUBLIC;
                case "followers" -> Visibility.FOLLOWERS;
                case "direct" -> Visibility.DIRECT;
                default ->
                    throw ProblemException.invalid("visibility", "visibility must be public, followers or direct");
            };
        }
    }

    /** @param visibility null when nothing was said about it */
    record Draft(String author, String text, Visibility visibility) {
        /** @param parent what is answered, or null */
        PostCommand.Write command(PostHead parent) {
            var widest = parent == null ? Visibility.PUBLIC : parent.visibility();
            return new PostCommand.Write(author, text, visibility == null ? widest : visibility, parent);
        }
    }

    record NewComment(String postId, String author, String text) {
        NewPost answering(String parent) {
            return new NewPost(postId, author, text, null, parent);
        }
    }

    record NewText(String text) {
        PostCommand.Edit command() {
            return new PostCommand.Edit(checkedText(text));
        }
    }

    record Nothing() {}

    private static String checkedText(String text) {
        return Fields.prose("text", text, PostText.MAX_CODE_POINTS);
    }
}
