package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What is no text is refused; what is one is kept, whatever it is made of. */
@Timeout(120)
class BadTextsIT extends BadSocial {
    /** Texts that are none; written as JSON has them, so that broken Unicode can be said at all. */
    private static List<String> badTexts(int maxLength) {
        return List.of(
                "null",
                "''",
                "' '",
                "'\\n\\t'",
                "'\\u00a0\\u200b\\ufeff'",
                "'\\u202e\\u2066'",
                "7",
                "true",
                "['a']",
                "{}",
                "'a\\u0000'",
                "'a\\u0007'",
                "'a\\u009b'",
                "'\\ud800'",
                "'\\udc00a'",
                "'a\\ud83d'",
                "'" + "x".repeat(maxLength + 1) + "'",
                "'" + "\ud83c\udf0a".repeat(maxLength + 1) + "'");
    }

    @TestFactory
    Stream<DynamicTest> texts_thatAreNone() {
        String comments = "/v1/posts/" + post + "/comments";
        return badTexts(2_000).stream()
                .flatMap(text -> Stream.of(
                        bad(
                                400,
                                "invalid-field",
                                "text",
                                "POST",
                                "/v1/posts",
                                "{'author':'" + ann + "','text':" + text + "}"),
                        bad(
                                400,
                                "invalid-field",
                                "text",
                                "POST",
                                comments,
                                "{'author':'" + ann + "','text':" + text + "}"),
                        bad(400, "invalid-field", "text", "PUT", "/v1/posts/" + post, "{'text':" + text + "}")));
    }

    @TestFactory
    Stream<DynamicTest> namesAndBios_thatAreNone() {
        String path = "/v1/users/" + ann;
        var names = badTexts(64).stream()
                .map(name -> bad(400, "invalid-field", "displayName", "PUT", path, "{'displayName':" + name + "}"));
        var bios = badTexts(500).stream()
                .filter(bio -> !bio.equals("null"))
                .map(bio -> bad(400, "invalid-field", "bio", "PUT", path, "{'displayName':'A','bio':" + bio + "}"));
        var line = Stream.of(bad(400, "invalid-field", "displayName", "PUT", path, "{'displayName':'a\\nb'}"));
        return Stream.of(names, bios, line).flatMap(all -> all);
    }

    @Test
    void texts_areGivenBackAsTheyCame_markupBidiAndAll() {
        var texts = List.of(
                "<script>alert('x')</script><img src=x onerror=alert(1)>",
                "&lt;b&gt; \\u0041 %3Cb%3E ' OR 1=1; -- ${jndi:ldap://x}",
                "abc\u202edef\u2066ghi\u200bjkl\ufeff",
                "line\nline\tend",
                "e\u0301 \u00e9 \ud83d\udc69\u200d\ud83d\ude80 \ufffd",
                "\ud83c\udf0a".repeat(2_000));
        for (String text : texts) {
            String id = post(ann, text);
            var shown = shown(id, 1).expect(200);
            assertThat(shown.text("text")).isEqualTo(text);
            assertThat(shown.header("Content-Type")).contains("application/json");
            soon(() -> assertThat(texts(all("/v1/users/" + ann + "/feed", 50), "text"))
                    .contains(text));
            assertThat(api.get("/v1/posts/" + id + "/history")
                            .expect(200)
                            .json()
                            .at("/items/0/text")
                            .asText())
                    .isEqualTo(text);
        }
    }
}
