package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Public posts and comments are found by their hashtags, in every script, as long as they have them. */
@Timeout(120)
class HashtagsIT extends SocialTests {
    private final String ann = user("ann");

    private void assertTagged(String tag, String... postIds) {
        String path = "/v1/hashtags/" + URLEncoder.encode(tag, StandardCharsets.UTF_8);
        soon(() -> assertThat(texts(all(path, 2), "postId")).containsExactly(postIds));
    }

    @Test
    void posts_areListedNewestFirst_publicOnesOnly() {
        String tag = Api.fresh("Varves").replace("-", "_");
        String first = post(ann, "#" + tag + " one");
        String second = post(ann, "two (#" + tag.toUpperCase(java.util.Locale.ROOT) + ")");
        String third = comment(ann, first, "three #" + tag + "!");
        post(ann, "hidden #" + tag, ",\"visibility\":\"followers\"");
        post(ann, "another word #" + tag + "x");
        assertTagged(tag, third, second, first);
        assertTagged(tag.toLowerCase(java.util.Locale.ROOT), third, second, first);
        edit(second, "two").expect(200);
        delete("/v1/posts/" + third).expect(200);
        assertTagged(tag, first);
        edit(second, "two #" + tag).expect(200);
        assertTagged(tag, second, first);
    }

    @Test
    void everyScript_hasHashtags_howeverTheyAreComposed() {
        String unique = Api.fresh("t").replace("-", "_");
        String composed = post(ann, "#Gr\u00fc\u00dfe" + unique);
        String decomposed = post(ann, "#Gru\u0308\u00dfe" + unique);
        assertTagged("gr\u00fc\u00dfe" + unique, decomposed, composed);
        assertTagged("Gru\u0308\u00dfe" + unique, decomposed, composed);
        String hindi = post(ann, "#\u0939\u093f\u0928\u094d\u0926\u0940" + unique);
        assertTagged("\u0939\u093f\u0928\u094d\u0926\u0940" + unique, hindi);
    }

    @Test
    void hashtagThatNobodyHasUsed_isEmpty_andWhatIsNone_isRefused() {
        assertTagged(Api.fresh("unused").replace("-", "_"));
        for (String none : List.of("a-b", "%23a", "a%20b", "%E2%80%8B", "%F0%9F%98%80", "a".repeat(65))) {
            var answer = api.any("GET", "/v1/hashtags/" + none, new byte[0]).expectProblem(400, "invalid-field");
            assertThat(answer.text("field")).isEqualTo("tag");
        }
    }
}
