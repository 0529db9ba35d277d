package io.varve.read.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class KeysOnceTest {
    private static final Shape KEY = new Shape("months", List.of("id", "month"), List.of());
    private static final Shape ROW = new Shape("rows", List.of("id"), List.of("value"));

    private final List<Write> written = new ArrayList<>();
    private CompletionStage<Void> outcome = CompletableFuture.completedFuture(null);
    private final RowStore rows = new KeysOnce(new RowStore() {
        @Override
        public CompletionStage<Void> write(List<Write> writes) {
            written.addAll(writes);
            return outcome;
        }
    });

    @Test
    void keyThatIsThere_isNotWrittenAgain() {
        rows.write(List.of(KEY.write(1, "a", 5), KEY.write(1, "a", 6)));
        rows.write(List.of(KEY.write(2, "a", 5)));
        assertThat(written).hasSize(2);
    }

    @Test
    void rowWithColumns_isWrittenEachTime() {
        rows.write(List.of(ROW.write(1, "a", 5)));
        rows.write(List.of(ROW.write(2, "a", 5)));
        assertThat(written).hasSize(2);
    }

    @Test
    void keyWhoseWriteFailed_isWrittenAgain() {
        outcome = CompletableFuture.failedFuture(new IllegalStateException("down"));
        rows.write(List.of(KEY.write(1, "a", 5)));
        outcome = CompletableFuture.completedFuture(null);
        rows.write(List.of(KEY.write(1, "a", 5)));
        assertThat(written).hasSize(2);
    }
}
