package io.varve.node.post;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.varve.node.post.PostEvent.PostHead;

/** What a post can be asked to do. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PostCommand.Write.class, name = "write"),
    @JsonSubTypes.Type(value = PostCommand.Edit.class, name = "edit"),
    @JsonSubTypes.Type(value = PostCommand.Delete.class, name = "delete"),
    @JsonSubTypes.Type(value = PostCommand.Look.class, name = "look")
})
public sealed interface PostCommand {
    /**
     * Writes the post.
     *
     * @param text checked already: not blank, at most {@link PostText#MAX_CODE_POINTS}
     * @param parent what the post answers, as it was then; or null
     */
    record Write(String author, String text, Visibility visibility, PostHead parent) implements PostCommand {}

    /** Gives the post another text; the same one again changes nothing. */
    record Edit(String text) implements PostCommand {}

    /** Takes the post back; once more changes nothing. */
    record Delete() implements PostCommand {}

    /** Asks what there is of the post; changes nothing. */
    record Look() implements PostCommand {}
}
