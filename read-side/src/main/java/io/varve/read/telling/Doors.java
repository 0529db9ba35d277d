package io.varve.read.telling;

import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostAnswer;
import io.varve.node.user.UserCommand.Tell;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What telling asks of entities. Who cannot answer fails the stage: the page is told again. */
interface Doors {
    /** The post as it is now; empty if there never was one. */
    CompletionStage<Optional<PostAnswer>> post(String postId);

    CompletionStage<Boolean> isUser(String userId);

    CompletionStage<Boolean> isMember(CrowdRelation relation, String subject, String member);

    /** All who watch a post. */
    CompletionStage<List<String>> observers(String postId);

    /** Makes a member of a crowd, unless the member has left it before. */
    CompletionStage<Void> join(CrowdRelation relation, String subject, String member);

    CompletionStage<Void> leave(CrowdRelation relation, String subject, String member);

    /** Does nothing if there is no such user. */
    CompletionStage<Void> tell(String userId, Tell tell);
}
