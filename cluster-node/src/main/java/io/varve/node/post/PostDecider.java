package io.varve.node.post;

import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.Decider;
import io.varve.node.entity.Decision;
import io.varve.node.post.PostCommand.Delete;
import io.varve.node.post.PostCommand.Edit;
import io.varve.node.post.PostCommand.Look;
import io.varve.node.post.PostCommand.Write;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.PostEvent.Written;
import io.varve.node.post.PostState.Absent;
import io.varve.node.post.PostState.Deleted;
import io.varve.node.post.PostState.Standing;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A post. Its invariants, at every revision:
 *
 * <ul>
 *   <li>its author and what it answers never change, nor does who may see it but for those whom it mentions;
 *   <li>whoever may see an answer, and is not mentioned there, may see what it answers;
 *   <li>mentions and hashtags are those of its newest text;
 *   <li>an edit names nobody as newly mentioned who was mentioned before, by whichever text;
 *   <li>it has {@value #MAX_EDITS} edits at most;
 *   <li>an id that was once written is never written anew, and what is deleted stays so.
 * </ul>
 */
final class PostDecider implements Decider<PostCommand, PostEvent, PostState, PostAnswer, PostRefusal> {
    /** The history of a post is one answer. */
    static final int MAX_EDITS = 1_000;

    @Override
    public PostState initial(String entityId) {
        return new Absent(entityId);
    }

    @Override
    public Decision<PostEvent, PostRefusal> decide(PostState state, PostCommand command, CommandMeta meta) {
        if (command instanceof Write write) {
            return state instanceof Absent absent
                    ? Decision.accept(new Written(head(absent, write, meta), write.text()))
                    : Decision.refuse(PostRefusal.POST_EXISTS);
        }
        if (state instanceof Absent) {
            return Decision.refuse(PostRefusal.POST_NOT_FOUND);
        } else if (command instanceof Look) {
            return Decision.accept(List.of());
        } else if (command instanceof Edit edit) {
            return state instanceof Standing post ? edit(post, edit.text()) : Decision.refuse(PostRefusal.POST_DELETED);
        } else if (command instanceof Delete) {
            return state instanceof Standing post
                    ? Decision.accept(new PostEvent.Deleted(post.head()))
                    : Decision.accept(List.of());
        }
        throw new IllegalStateException("unknown command " + command);
    }

    private static PostHead head(Absent absent, Write write, CommandMeta meta) {
        var now = meta.at().truncatedTo(ChronoUnit.MILLIS);
        return PostHead.of(absent.postId(), write.author(), write.visibility(), write.parent(), write.text(), now);
    }

    private static Decision<PostEvent, PostRefusal> edit(Standing post, String text) {
        if (text.equals(post.text())) {
            return Decision.accept(List.of());
        }
        if (post.edits() >= MAX_EDITS) {
            return Decision.refuse(PostRefusal.TOO_MANY_EDITS);
        }
        var before = post.head();
        var head = before.saying(text);
        return Decision.accept(new Edited(
                head,
                text,
                PostText.without(before.hashtags(), head.hashtags()),
                PostText.without(head.mentions(), post.mentioned())));
    }

    @Override
    public PostState evolve(PostState state, PostEvent event) {
        if (event instanceof Written e) {
            return Standing.written(e.head(), e.text());
        } else if (event instanceof Edited e) {
            return ((Standing) state).edited(e.head(), e.text());
        } else if (event instanceof PostEvent.Deleted e) {
            return new Deleted(e.head());
        }
        throw new IllegalStateException("unknown event " + event);
    }

    @Override
    public PostAnswer answer(PostState state) {
        if (state instanceof Standing post) {
            return new PostAnswer(post.head(), false);
        } else if (state instanceof Deleted post) {
            return new PostAnswer(post.head(), true);
        }
        throw new IllegalStateException("a post that is absent accepts nothing else than being written");
    }

    /** What is answered may have got another text meanwhile; its author has not chosen that. */
    @Override
    public Optional<byte[]> content(PostCommand command) {
        return command instanceof Write write && write.parent() != null
                ? Optional.of(String.join(
                                "\n",
                                write.author(),
                                write.visibility().name(),
                                write.parent().postId(),
                                write.text())
                        .getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** A refusal leaves no trace, or strangers could fill the journal. */
    @Override
    public Optional<PostRefusal> refusalOf(PostEvent event) {
        return Optional.empty();
    }
}
