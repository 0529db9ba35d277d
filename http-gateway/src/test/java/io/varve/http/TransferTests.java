package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** What the tests of transfers have in common. */
abstract class TransferTests {
    final Api api = TestNode.shared();

    static String single(String id, String from, String to, long amountMinor, String more) {
        return """
                {"transferId":"%s","from":"%s","to":"%s","amountMinor":%d,"currency":"EUR"%s}""".formatted(id, from, to, amountMinor, more);
    }

    static String postings(String id, String... fromToAmount) {
        var list = new StringBuilder();
        for (int i = 0; i < fromToAmount.length; i += 3) {
            list.append("""
                    %s{"from":"%s","to":"%s","amountMinor":%s}""".formatted(i == 0 ? "" : ",", fromToAmount[i], fromToAmount[i + 1], fromToAmount[i + 2]));
        }
        return "{\"transferId\":\"" + id + "\",\"currency\":\"EUR\",\"postings\":[" + list + "]}";
    }

    static List<String> steps(Answer transfer) {
        return Api.list(transfer.json().get("timeline")).stream()
                .map(step -> step.get("step").asText()
                        + (step.get("outcome").asText().equals("ok")
                                ? ""
                                : ":" + step.get("outcome").asText()))
                .toList();
    }

    /** Nothing but commands tells the balance at once: a refused withdrawal of more than there can be does not. */
    void assertBalance(String id, long balanceMinor) {
        Awaitility.await("balance of " + id)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                api.get("/v1/accounts/" + id).expect(200).number("balanceMinor"))
                        .isEqualTo(balanceMinor));
    }

    Answer command(String id, String verb, String body, String... headers) {
        return api.post("/v1/transfers/" + id + "/" + verb, body, headers);
    }
}
