package io.varve.http.bulk;

import io.varve.http.web.Ndjson;
import io.varve.http.web.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Lines that came while others were underway, in the order of the input. What is for the same account is sent one right
 * after the other, so that it shares a write.
 */
final class BulkLot {
    private final List<Line> lines = new ArrayList<>();

    /**
     * A line of the input.
     *
     * @param content null if it is not one that there is
     * @param problem what is wrong with it, or null
     */
    record Line(long number, BulkLine content, ProblemException problem) {
        static Line parse(Ndjson.Line line) {
            try {
                return new Line(line.number(), BulkLine.parse(line.content()), null);
            } catch (ProblemException e) {
                return new Line(line.number(), null, e);
            }
        }
    }

    BulkLot(Line first) {
        lines.add(first);
    }

    BulkLot add(Line line) {
        lines.add(line);
        return this;
    }

    /**
     * Sends all lines.
     *
     * @return the stages of the results, in the order of the input
     */
    <T> List<CompletionStage<T>> carryOut(Function<Line, CompletionStage<T>> send) {
        var results = new ArrayList<CompletionStage<T>>(Collections.nCopies(lines.size(), null));
        for (int place : sendingOrder()) {
            results.set(place, send.apply(lines.get(place)));
        }
        return results;
    }

    /** The places of the lines, by account; but none overtakes a line that has an effect on several. */
    private List<Integer> sendingOrder() {
        List<Integer> sent = new ArrayList<>(lines.size());
        Map<String, List<Integer>> byAccount = new LinkedHashMap<>();
        for (int place = 0; place < lines.size(); place++) {
            if (lines.get(place).content() instanceof BulkLine.ForAccount one) {
                byAccount
                        .computeIfAbsent(one.accountId(), id -> new ArrayList<>())
                        .add(place);
            } else {
                byAccount.values().forEach(sent::addAll);
                byAccount.clear();
                sent.add(place);
            }
        }
        byAccount.values().forEach(sent::addAll);
        return sent;
    }
}
