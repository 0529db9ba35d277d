package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;

/** Compares what was acknowledged with what the views and the journal hold. */
final class Audit {
    private static final Set<String> ENDS = Set.of("completed", "rejected", "rolled-back");
    private final Api api;
    private final List<RandomLoad.Command> commands;
    private final Map<String, List<JsonNode>> entriesOf = new HashMap<>();

    Audit(Api api, List<RandomLoad.Command> commands) {
        this.api = api;
        this.commands = commands;
    }

    private List<RandomLoad.Command> ofKind(String kind) {
        return commands.stream().filter(c -> c.kind().equals(kind)).toList();
    }

    /** Every transfer reaches an end; gives the status of each. */
    Map<String, String> transfersEnd() {
        var statuses = new HashMap<String, String>();
        for (var command : ofKind("transfer")) {
            command.answer().expect(202);
            Awaitility.await("the end of " + command)
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .pollDelay(Duration.ZERO)
                    .until(() -> ENDS.contains(String.valueOf(
                            statuses.merge(command.id(), String.valueOf(status(command.id())), (old, now) -> now))));
        }
        return statuses;
    }

    private String status(String transferId) {
        var answer = api.get("/v1/transfers/" + transferId);
        return answer.status() == 200 ? answer.text("status") : null;
    }

    /** deposited − withdrawn = balances, nothing in flight, and deposited is what was acknowledged. */
    void totalsHold() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var totals = api.get("/v1/ledger/totals").expect(200).json().at("/currencies/0");
            assertThat(totals.path("inFlightMinor").asLong())
                    .as(totals.toString())
                    .isZero();
            assertThat(totals.path("depositedMinor").asLong()).isEqualTo(acknowledged("deposit"));
            assertThat(totals.path("withdrawnMinor").asLong()).isEqualTo(acknowledged("withdrawal"));
            assertThat(totals.path("balanceMinor").asLong())
                    .isEqualTo(acknowledged("deposit") - acknowledged("withdrawal"));
        });
    }

    private long acknowledged(String kind) {
        return ofKind(kind).stream()
                .filter(c -> c.answer().status() == 201)
                .mapToLong(c -> c.postings().get(0).amountMinor())
                .sum();
    }

    /** The statement of each account is one running balance, and ends at the account's. */
    void statementsRun(List<String> accounts) {
        for (String id : accounts) {
            var entries = statement(id);
            long balance = 0;
            for (var entry : entries) {
                balance += entry.get("amountMinor").asLong();
                assertThat(entry.get("balanceAfterMinor").asLong())
                        .as(id + " " + entry)
                        .isEqualTo(balance);
            }
            assertThat(api.get("/v1/accounts/" + id).expect(200).number("balanceMinor"))
                    .as(id)
                    .isEqualTo(balance);
            entriesOf.put(id, entries);
        }
    }

    private List<JsonNode> statement(String id) {
        var all = new ArrayList<JsonNode>();
        String cursor = "";
        while (cursor != null) {
            var page = api.get("/v1/accounts/" + id + "/entries?limit=500" + cursor)
                    .expect(200);
            all.addAll(Api.list(page.json().get("items")));
            cursor = page.json().has("nextCursor") ? "&cursor=" + page.text("nextCursor") : null;
        }
        Collections.reverse(all);
        return all;
    }

    /** What was acknowledged is there once, what was refused or undone has left nothing, and there is nothing else. */
    void everyCommandTookEffectOnce(Map<String, String> statusOfTransfer) {
        var expected = new TreeMap<String, Integer>();
        var undone = new HashMap<String, RandomLoad.Command>();
        for (var command : commands) {
            var first = command.postings().get(0);
            if (command.kind().equals("transfer")) {
                if (statusOfTransfer.get(command.id()).equals("completed")) {
                    command.postings().forEach(p -> {
                        count(expected, line(p.from(), "transfer-out", command.id(), -p.amountMinor()));
                        count(expected, line(p.to(), "transfer-in", command.id(), p.amountMinor()));
                    });
                } else {
                    undone.put(command.id(), command);
                }
            } else if (command.answer().status() == 201) {
                long sign = command.kind().equals("deposit") ? 1 : -1;
                String at = command.id() + "@" + command.answer().number("revision");
                count(expected, line(first.from(), command.kind(), at, sign * first.amountMinor()));
            } else {
                command.answer().expectProblem(422, "insufficient-funds");
            }
        }
        var found = new TreeMap<String, Integer>();
        var leftOf = new TreeMap<String, Long>();
        var timesOf = new TreeMap<String, Integer>();
        entriesOf.forEach((account, entries) -> entries.forEach(e -> {
            String kind = e.get("kind").asText();
            long amountMinor = e.get("amountMinor").asLong();
            if (!e.has("transferId")) {
                String at =
                        e.path("description").asText() + "@" + e.get("revision").asText();
                count(found, line(account, kind, at, amountMinor));
            } else if (undone.containsKey(e.get("transferId").asText())) {
                String id = e.get("transferId").asText();
                leftOf.merge(account + " " + id, amountMinor, Long::sum);
                timesOf.merge(id + " " + kind, 1, Integer::sum);
            } else {
                count(found, line(account, kind, e.get("transferId").asText(), amountMinor));
            }
        }));
        assertThat(found).isEqualTo(expected);
        assertThat(leftOf.values()).allMatch(left -> left == 0);
        timesOf.forEach((what, times) -> assertThat(times)
                .as(what)
                .isLessThanOrEqualTo(undone.get(what.substring(0, what.indexOf(' ')))
                        .postings()
                        .size()));
    }

    private static void count(Map<String, Integer> lines, String line) {
        lines.merge(line, 1, Integer::sum);
    }

    private static String line(String account, String kind, String id, long amountMinor) {
        return account + " " + kind + " " + id + " " + amountMinor;
    }

    /** The journal of every entity counts 1, 2, 3, .. without a gap or a duplicate. */
    static void journalHasNoGapsOrDuplicates(CqlSession session) {
        var numbersOf = new TreeMap<String, List<Long>>();
        for (var row : session.execute("SELECT persistence_id, sequence_nr FROM messages")) {
            numbersOf.computeIfAbsent(row.getString(0), id -> new ArrayList<>()).add(row.getLong(1));
        }
        assertThat(numbersOf.keySet())
                .anyMatch(id -> id.startsWith("account|"))
                .anyMatch(id -> id.startsWith("transfer|"));
        numbersOf.forEach((id, numbers) -> {
            Collections.sort(numbers);
            // Sharding deletes what it has a snapshot of; entities never delete.
            boolean ours = id.startsWith("account|") || id.startsWith("transfer|");
            long first = ours ? 1 : numbers.get(0);
            assertThat(numbers)
                    .as(id)
                    .isEqualTo(LongStream.range(first, first + numbers.size())
                            .boxed()
                            .collect(Collectors.toList()));
        });
    }
}
