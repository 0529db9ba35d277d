package io.varve.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchTest {
    @ParameterizedTest
    @CsvSource({
        "compare --accounts 1, --accounts",
        "compare --rounds 0, --rounds",
        "compare --visibility-rate-share 1.5, --visibility-rate-share",
        "compare --peer-stop x, --peer-url",
        "compare --cassandra nowhere, host:port",
        "compare --url, --url",
        "rebuild --fill -1, --fill",
        "rebuild --accounts 0, --accounts",
        "telematics --signals 12345, --signals",
        "telematics --line-signals 1001, --line-signals",
        "telematics --lines NONSENSE, --lines",
        "telematics --peer-filled x, --peer-url",
        "buses, --file",
        "social --fans 1001, --fans",
        "social --authors 700, --authors",
        "social --lines PAGES, --page-rate",
        "social --peer-stop x, --peer-url",
        "follows, --file",
        "follows --file x --people 1, --people",
    })
    void badArguments_areRefusedBeforeAnythingIsStarted(String arguments, String named) {
        StringWriter errors = new StringWriter();
        int code = Bench.commandLine().setErr(new PrintWriter(errors)).execute(arguments.split(" "));
        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains(named);
    }

    @Test
    void rebuild_countsTheEventsOfItsCurrency() throws Exception {
        String totals = "{'currencies':[{'currency':'EUR','accounts':7,'depositedMinor':7},"
                + "{'currency':'XTS','accounts':10,'depositedMinor':990}]}";
        ObjectMapper json = new ObjectMapper();
        assertThat(RebuildProgress.count(json.readTree(totals.replace('\'', '"'))))
                .isEqualTo(1_000);
        assertThat(RebuildProgress.count(json.readTree("{\"currencies\":[]}"))).isZero();
    }

    @Test
    void shell_givesWhatACommandPrintsInOneLine() throws Exception {
        assertThat(Shell.output("echo fsync on; echo synchronous_commit on"))
                .isEqualTo("fsync on, synchronous_commit on");
    }
}
