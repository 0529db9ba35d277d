package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;

/** Whatever people send: a clear 4xx that names the field, or something harmless that is given back as it came. */
abstract class BadSocial extends SocialTests {
    private static final String[] JSON = {"Content-Type", "application/json"};

    String ann;
    String post;

    @BeforeEach
    void known() {
        ann = user("ann");
        post = post(ann, "A post");
        // What the views do not have yet is not found, whatever else is wrong.
        shown(post, 1).expect(200);
    }

    /** @param body with ' in place of the quotes */
    DynamicTest bad(int status, String type, String field, String method, String path, String body) {
        String json = body.replace('\'', '"');
        String shown = json.length() > 80 ? json.substring(0, 80) + ".." : json;
        return DynamicTest.dynamicTest(method + " " + path + " " + shown, () -> {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            var answer = (bytes.length == 0 ? api.any(method, path, bytes) : api.any(method, path, bytes, JSON))
                    .expectProblem(status, type);
            assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
            assertThat(answer.toString()).doesNotContain("Exception").doesNotContain("io.varve");
        });
    }
}
