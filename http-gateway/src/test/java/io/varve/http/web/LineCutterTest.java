package io.varve.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineCutterTest {
    /** The lines of a text that arrives in pieces of so many bytes. */
    private static List<String> cut(String text, int piece, int maxBytes) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var cutter = new LineCutter(maxBytes);
        var lines = new ArrayList<Ndjson.Line>();
        for (int from = 0; from < bytes.length; from += piece) {
            lines.addAll(cutter.lines(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece))));
        }
        lines.addAll(cutter.rest());
        return lines.stream()
                .map(line -> line.number() + ":"
                        + (line.bytes() == null ? "too long" : new String(line.bytes(), StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void lines_areTheSame_howeverTheyArrive() {
        for (int piece = 1; piece < 20; piece++) {
            assertThat(cut("one\n\n \t\r\ntwo\r\nthr", piece, 10)).containsExactly("1:one", "4:two\r", "5:thr");
        }
    }

    @Test
    void lineThatIsTooLong_isTold_andThoseAfterItComeAllTheSame() {
        for (int piece = 1; piece < 30; piece++) {
            assertThat(cut("12345\n123456\n123456789012345678\n12345", piece, 5))
                    .containsExactly("1:12345", "2:too long", "3:too long", "4:12345");
            assertThat(cut("123456", piece, 5)).containsExactly("1:too long");
        }
    }

    @Test
    void nothing_isNoLine() {
        assertThat(cut("", 1, 5)).isEmpty();
        assertThat(cut("\n\n", 1, 5)).isEmpty();
        assertThat(cut("a\n", 1, 5)).containsExactly("1:a");
    }
}
