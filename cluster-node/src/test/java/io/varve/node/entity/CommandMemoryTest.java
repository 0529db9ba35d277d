package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.account.AccountRefusal;
import io.varve.node.entity.CommandMemory.Entry;
import org.junit.jupiter.api.Test;

class CommandMemoryTest {
    private final CommandMemory<String, AccountRefusal> memory = new CommandMemory<>(2, new MemoryBudget(1_000));

    private static Entry<String, AccountRefusal> entry(String commandId, long revision) {
        return new Entry<>(commandId, "digest", revision, "answer", null);
    }

    @Test
    void find_givesTheOutcomeOfTheFirstTime() {
        memory.remember(entry("a", 1));
        memory.remember(new Entry<>("b", "digest", 2, null, AccountRefusal.ACCOUNT_CLOSED));
        assertThat(memory.find("a").orElseThrow().outcome()).isEqualTo(new Outcome.Accepted<>("answer", 1, false));
        assertThat(memory.find("b").orElseThrow().outcome())
                .isEqualTo(new Outcome.Refused<>(AccountRefusal.ACCOUNT_CLOSED, 2, false));
        assertThat(memory.find("c")).isEmpty();
    }

    @Test
    void eldest_isForgotten_andItsRevisionIsKept() {
        memory.remember(entry("a", 1));
        memory.remember(entry("b", 3));
        assertThat(memory.forgottenUpTo()).isZero();
        memory.remember(entry("c", 4));
        assertThat(memory.find("a")).isEmpty();
        assertThat(memory.find("b")).isPresent();
        assertThat(memory.forgottenUpTo()).isEqualTo(1);
    }

    @Test
    void commandOfSeveralEvents_countsOnce_atItsLastRevision() {
        memory.remember(entry("a", 1));
        memory.remember(entry("b", 2));
        memory.remember(entry("b", 3));
        assertThat(memory.find("a")).isPresent();
        assertThat(memory.find("b").orElseThrow().revision()).isEqualTo(3);
    }

    @Test
    void restore_forgetsMore_whenTheLimitHasBecomeSmaller() {
        memory.remember(entry("a", 5));
        memory.remember(entry("b", 6));
        var smaller = new CommandMemory<String, AccountRefusal>(1, new MemoryBudget(1_000));
        smaller.restore(4, memory.entries());
        assertThat(smaller.entries()).containsExactly(entry("b", 6));
        assertThat(smaller.forgottenUpTo()).isEqualTo(5);
    }

    @Test
    void entityThatIsBusy_usesWhatOthersLeave_butNoneForgetsItsLastHundred() {
        var budget = new MemoryBudget(1_000);
        var busy = new CommandMemory<String, AccountRefusal>(10_000, budget);
        remember(busy, 2_000);
        assertThat(busy.entries()).hasSize(1_000);
        assertThat(busy.forgottenUpTo()).isEqualTo(1_000);

        var quiet = new CommandMemory<String, AccountRefusal>(10_000, budget);
        remember(quiet, 200);
        assertThat(quiet.entries()).hasSize(100);
        remember(busy, 200);
        assertThat(busy.entries()).hasSize(900);

        quiet.release();
        remember(busy, 2_000);
        assertThat(busy.entries()).hasSize(1_000);
    }

    private static void remember(CommandMemory<String, AccountRefusal> memory, int commands) {
        long after = memory.forgottenUpTo() + memory.entries().size();
        for (long revision = after + 1; revision <= after + commands; revision++) {
            memory.remember(entry("c" + revision, revision));
        }
    }
}
