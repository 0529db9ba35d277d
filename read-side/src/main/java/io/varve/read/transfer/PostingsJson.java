package io.varve.read.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.varve.node.entity.Json;
import io.varve.node.transfer.Posting;
import java.io.UncheckedIOException;
import java.util.List;

/** A transfer's postings as the text that its row holds. */
final class PostingsJson {
    private static final TypeReference<List<PostingView>> POSTINGS = new TypeReference<>() {};

    private PostingsJson() {}

    static String write(List<Posting> postings) {
        try {
            return Json.JOURNAL.writeValueAsString(postings);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<PostingView> read(String json) {
        try {
            return Json.JOURNAL.readValue(json, POSTINGS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
