package io.varve.bench.follows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Loads a real graph of people who write and like along it, and compares everything with a plain computation. */
@Command(
        name = "follows",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Real people who follow each other: every feed and count against a plain computation.")
public final class FollowsCommand implements Callable<Integer> {
    /** How long one thing is tried: a node may be killed, and another take over what it had. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Of the sample; each takes Varve a while. */
    private static final int VERIFIED = 20;

    @Spec
    CommandSpec spec;

    @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", split = ",", description = "Gateways.")
    List<URI> urls;

    @Option(names = "--file", required = true, description = "Who follows whom (CSV); not part of this repository.")
    Path file;

    @Option(names = "--people", defaultValue = "1000000", description = "Only so many of the people.")
    int people;

    @Option(names = "--writers", defaultValue = "500", description = "How many of them write.")
    int writers;

    @Option(names = "--posts", defaultValue = "10", description = "Posts of each writer.")
    int posts;

    @Option(names = "--likes", defaultValue = "50000", description = "Likes of posts, by those who follow the author.")
    int likes;

    @Option(names = "--comments", defaultValue = "10000", description = "Comments, by those who follow the author.")
    int comments;

    @Option(names = "--callers", defaultValue = "64", description = "Requests at once.")
    int callers;

    @Option(names = "--sample", defaultValue = "200", description = "People whose notifications are compared.")
    int sample;

    @Option(names = "--catch-up-seconds", defaultValue = "600", description = "How long views may lag behind.")
    int catchUpSeconds;

    @Option(names = "--seed", defaultValue = "2012", description = "Of what is done by lot.")
    long seed;

    @Option(names = "--run-id", description = "Begins all ids (default: the time).")
    String runId = "follows-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(people >= 2 && writers >= 1 && posts >= 1, "--people: at least 2; --writers, --posts: at least 1");
        require(likes >= 0 && comments >= 0 && sample >= 0, "--likes, --comments, --sample: at least 0");
        require(callers >= 1 && catchUpSeconds >= 1, "--callers, --catch-up-seconds: at least 1");
        Graph graph = Graph.read(file, runId).first(people);
        Story story = Story.of(graph, new Story.Sizes(writers, posts, likes, comments), runId, seed);
        Api api = new Api(urls, PATIENCE);
        try (Crew crew = new Crew(callers)) {
            Verdict answers = send(story, api, crew);
            return compare(graph, story.network(), api, crew, answers) == 0 ? 0 : 1;
        }
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private Verdict send(Story story, Api api, Crew crew) throws IOException, InterruptedException {
        Verdict answers = new Verdict();
        int before = 0;
        for (Story.Stage stage : story.stages()) {
            long startNanos = System.nanoTime();
            List<Crew.Task> tasks = new ArrayList<>();
            for (Act act : stage.acts()) {
                String key = runId + "-k" + (before + tasks.size());
                tasks.add(() -> send(act, key, api, answers));
            }
            crew.doAll(tasks);
            before += tasks.size();
            System.out.printf("%s: %d commands in %d s%n", stage.name(), tasks.size(), secondsSince(startNanos));
        }
        System.out.printf("%d requests were sent again%n", api.repeats());
        return answers;
    }

    private static void send(Act act, String key, Api api, Verdict answers) throws IOException, InterruptedException {
        Act.Command command = act.command();
        Api.Answer answer = api.send(command, key);
        if (!command.accepts(answer.status())) {
            synchronized (answers) {
                answers.differs(act + " was answered " + answer);
            }
        }
    }

    private long compare(Graph graph, Network network, Api api, Crew crew, Verdict answers)
            throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        long deadlineNanos = startNanos + Duration.ofSeconds(catchUpSeconds).toNanos();
        Comparison comparison = new Comparison(api, network);
        List<String> sampled = new ArrayList<>(graph.people());
        Collections.shuffle(sampled, new Random(seed));
        sampled = sampled.subList(0, Math.min(sample, sampled.size()));
        Verdict counts = crew.checkAll(comparison.posts(), deadlineNanos);
        counts.add(crew.checkAll(comparison.people(), deadlineNanos));
        Verdict items = crew.checkAll(comparison.feeds(), deadlineNanos);
        counts.add(crew.checkAll(comparison.notifications(sampled), deadlineNanos));
        List<String> verified = sampled.subList(0, Math.min(VERIFIED, sampled.size()));
        counts.add(crew.checkAll(comparison.verifications(verified), deadlineNanos));
        Verdict all = new Verdict();
        List.of(answers, counts, items).forEach(all::add);
        System.out.printf("compared within %d s after the last command%n", secondsSince(startNanos));
        System.out.printf(
                "follows: people %d, edges %d, posts %d, feeds compared %d, items compared %d, counts compared %d,"
                        + " differences %d%n",
                graph.people().size(),
                graph.edges().size(),
                network.posts().size(),
                graph.people().size(),
                items.comparisons(),
                counts.comparisons(),
                all.differences());
        all.shown().forEach(line -> System.out.println("  DIFFERS " + line));
        return all.differences();
    }

    private static long secondsSince(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos).toSeconds();
    }
}
