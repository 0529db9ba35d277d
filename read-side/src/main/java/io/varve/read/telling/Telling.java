package io.varve.read.telling;

import io.varve.node.Node;
import io.varve.node.crowd.CrowdEvent;
import io.varve.node.post.PostEvent;
import io.varve.read.table.Happened;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What users are told, page by page of what has happened. To tell a page again changes nothing. */
public final class Telling {
    private final PostTelling posts;
    private final CrowdTelling crowds;

    Telling(Doors doors) {
        posts = new PostTelling(doors);
        crowds = new CrowdTelling(doors);
    }

    /** By the entities of a node's cluster. */
    public static Telling of(Node node) {
        return new Telling(new ClusterDoors(node.entities()));
    }

    /** Fails when somebody could not be told: the page must come again. */
    public CompletionStage<Void> ofPosts(List<Happened<PostEvent>> events) {
        return posts.tell(events);
    }

    /** Fails when somebody could not be told: the page must come again. */
    public CompletionStage<Void> ofCrowds(List<Happened<CrowdEvent>> events) {
        return crowds.tell(events);
    }
}
