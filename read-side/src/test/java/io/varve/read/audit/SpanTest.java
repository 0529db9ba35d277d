package io.varve.read.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void ends_areAllOfAShortEntity_andTheFirstAndLastOfALongOne() {
        assertThat(Span.ends(1)).containsExactly(new Span(1, 1));
        assertThat(Span.ends(21)).containsExactly(new Span(1, 21));
        assertThat(Span.ends(22)).containsExactly(new Span(1, 1), new Span(3, 22));
    }

    @Test
    void chunks_areTheSameRevisions_fewAtATime() {
        for (long last : new long[] {1, 499, 500, 501, 1_000, 1_234}) {
            var chunks = Span.chunks(Span.all(last));
            assertThat(chunks.stream().flatMapToLong(chunk -> LongStream.rangeClosed(chunk.from(), chunk.to())))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, last).boxed().toList());
            assertThat(chunks).allMatch(chunk -> chunk.to() - chunk.from() < Span.CHUNK);
        }
    }

    @Test
    void from_dropsWhatIsBefore() {
        var spans = List.of(new Span(1, 1), new Span(10, 29));
        assertThat(Span.from(1, spans)).isEqualTo(spans);
        assertThat(Span.from(2, spans)).containsExactly(new Span(10, 29));
        assertThat(Span.from(15, spans)).containsExactly(new Span(15, 29));
        assertThat(Span.from(30, spans)).isEmpty();
    }
}
