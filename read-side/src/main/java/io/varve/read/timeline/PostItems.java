package io.varve.read.timeline;

import io.varve.read.post.PostView;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Posts with their counts, from memory where they are known; deleted ones too. */
public interface PostItems {
    /** Those of the posts that exist, by id. */
    CompletionStage<Map<String, PostView>> posts(Collection<String> postIds);
}
