package io.varve.bench;

import static org.assertj.core.api.Assertions.assertThat;

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
    })
    void badArguments_areRefusedBeforeAnythingIsStarted(String arguments, String named) {
        StringWriter errors = new StringWriter();
        int code = Bench.commandLine().setErr(new PrintWriter(errors)).execute(arguments.split(" "));
        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains(named);
    }

    @Test
    void shell_givesWhatACommandPrintsInOneLine() throws Exception {
        assertThat(Shell.output("echo fsync on; echo synchronous_commit on"))
                .isEqualTo("fsync on, synchronous_commit on");
    }
}
