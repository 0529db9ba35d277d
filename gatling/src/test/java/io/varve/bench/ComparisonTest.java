package io.varve.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void summary_takesTheMiddle() {
        assertThat(Summary.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Summary(2, 1, 3));
        assertThat(Summary.of(List.of(4.0, 1.0, 2.0, 8.0))).isEqualTo(new Summary(3, 1, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> Summary.of(List.of()));
    }

    @Test
    void goal_isReachedFromItsSide() {
        Goal more = Goal.atLeast(0.7, 1.2);
        assertThat(List.of(more.verdict(0.69), more.verdict(0.7), more.verdict(1.2)))
                .containsExactly("missed", "reached", "aim reached");
        Goal less = Goal.atMost(100, 30);
        assertThat(List.of(less.verdict(101), less.verdict(100), less.verdict(30)))
                .containsExactly("missed", "reached", "aim reached");
        assertThat(Goal.atMost(500).verdict(10)).isEqualTo("reached");
    }

    @Test
    void ratios_areOfTheSameRound() {
        Series varve = series("varve", 100, 300);
        Series peer = series("peer", 200, 200);
        assertThat(varve.ratiosTo(peer)).containsExactly(0.5, 1.5);
        assertThatIllegalArgumentException().isThrownBy(() -> varve.ratiosTo(series("short", 1)));
    }

    @Test
    void judged_isARowOfTheTable() {
        assertThat(new Judged("deposits", Judged.Unit.RATIO, List.of(0.5, 1.0, 0.75), Goal.atLeast(0.7, 1.2)).row())
                .isEqualTo("| deposits | 0.75 | 0.50 to 1.00 | at least 0.70 | 1.20 | reached |");
        assertThat(new Judged("visible", Judged.Unit.MILLIS, List.of(5014.0), Goal.atMost(500)).row())
                .isEqualTo("| visible | 5,014 ms | 5,014 to 5,014 | at most 500 ms |  | missed |");
    }

    @Test
    void tables_leaveOutThePeerWhenThereIsNone() {
        assertThat(tables(true)).contains("the peer's", "| account reads, peer | 100 | 100 to 100 | 0 |");
        assertThat(tables(false)).doesNotContain("peer").contains("| one hot account / spread | 1.00 |");
    }

    private static String tables(boolean withPeer) {
        Comparison comparison = new Comparison(withPeer, List.of());
        Measured round = new Measured(1_000, 0, 10);
        for (Work work : Work.values()) {
            comparison.varve(work).add(round);
            if (withPeer) {
                comparison.peer(work).add(round);
            }
        }
        comparison.bulk().add(round);
        comparison.inserts().add(round);
        return comparison.tables();
    }

    private static Series series(String name, int... perSecond) {
        Series series = new Series(name);
        for (int done : perSecond) {
            series.add(new Measured(done, 0, 1));
        }
        return series;
    }
}
