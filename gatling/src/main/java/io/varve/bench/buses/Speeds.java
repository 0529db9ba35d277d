package io.varve.bench.buses;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Asks for speeds, by the model and by the replay, and compares both with the plain calculation. */
final class Speeds {
    private static final int RANDOM_PERIODS = 3;
    private static final List<String> DIFFERENCES =
            List.of("count", "meanKmh", "minKmh", "maxKmh", "p50Kmh", "p95Kmh", "buckets");

    private final Api api;
    private final String regionPrefix;
    private final Question day;
    private final List<Question> ragged;

    /**
     * @param regionPrefix begins the ids of the regions
     * @param seed of periods that are drawn by lot
     */
    Speeds(Api api, String regionPrefix, BusBook book, long seed) {
        this.api = api;
        this.regionPrefix = regionPrefix;
        this.day = new Question(
                null,
                null,
                null,
                book.first().truncatedTo(ChronoUnit.HOURS),
                book.last().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS),
                Question.HOUR);
        this.ragged = ragged(book, new Random(seed));
    }

    /** Periods that begin or end within hours, some of them exactly at a signal or right after it. */
    private List<Question> ragged(BusBook book, Random random) {
        List<BusRow> rows = book.rows();
        Instant early = rows.get(rows.size() / 4).at();
        Instant late = rows.get(rows.size() * 3 / 4).at();
        List<Question> periods = new ArrayList<>(List.of(
                day.during(book.first(), book.last()),
                day.during(early, late),
                day.during(early.plusMillis(1), late.plusMillis(1)),
                day.during(early, early.plus(Duration.ofMinutes(7)))));
        for (int i = 0; i < RANDOM_PERIODS; i++) {
            long millis = Duration.between(book.first(), book.last()).toMillis();
            Instant from = book.first().plusMillis(random.nextLong(millis));
            periods.add(day.during(from, from.plusMillis(random.nextLong(1, millis))));
        }
        return periods;
    }

    /** The whole hours that have signals. */
    Question day() {
        return day;
    }

    /** Whether Varve knows everything of the day by now, as far as a question goes. */
    boolean isComplete(Question question, Collection<Sent> everything) throws IOException, InterruptedException {
        long expected = Report.calculate(question, everything).total().count();
        for (String plan : question.plans()) {
            if (ask(question, plan).total().count() != expected) {
                return false;
            }
        }
        return true;
    }

    Report ask(Question question, String plan) throws IOException, InterruptedException {
        return Report.read(api.get(question.path(plan, regionPrefix)));
    }

    /** Whether there is an answer for the region yet. */
    boolean isKnown(String region) throws IOException, InterruptedException {
        return api.has(day.in(region).path("model", regionPrefix));
    }

    /** Compares whole hours, the day, and periods that cut hours. */
    void compare(Question scope, Collection<Sent> everything, Verdict verdict)
            throws IOException, InterruptedException {
        List<Question> questions = new ArrayList<>(List.of(scope, scope.by(Question.DAY)));
        ragged.forEach(period -> questions.add(scope.during(period.from(), period.to())));
        for (Question question : questions) {
            Report expected = Report.calculate(question, everything);
            for (String plan : question.plans()) {
                verdict.compare(plan + " of " + question, expected, ask(question, plan));
            }
        }
        if (scope.plans().size() > 1) {
            for (Question question :
                    Stream.of(scope, questions.get(questions.size() - 1)).toList()) {
                compareBoth(question, everything, verdict);
            }
        }
    }

    /** Varve compares its plans, too, and must find them equal. */
    private void compareBoth(Question question, Collection<Sent> everything, Verdict verdict)
            throws IOException, InterruptedException {
        JsonNode answer = api.get(question.path("both", regionPrefix));
        verdict.compare("both of " + question, Report.calculate(question, everything), Report.read(answer));
        for (String name : DIFFERENCES) {
            verdict.compare(
                    "difference of the plans' " + name + " of " + question,
                    0.0,
                    answer.required("difference").required(name).asDouble());
        }
    }
}
