package io.varve.read.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushTargetsTest {
    private static final PushTargets STRICT = new PushTargets(false);
    private static final PushTargets ANYWHERE = new PushTargets(true);

    private static boolean mayBe(PushTargets targets, String endpoint) {
        return targets.mayBe(endpoint)
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1.1.1.1/a",
                "ftp://1.1.1.1/a",
                "https://127.0.0.1/a",
                "https://[::1]/a",
                "https://localhost/a",
                "https://2130706433/a",
                "https://169.254.169.254/latest/meta-data",
                "https://1.1.1.1:99999/a",
                "https://"
            })
    void endpoint_isRefused_whenItIsNoHttpsUrl_orPrivate(String endpoint) {
        assertThat(mayBe(STRICT, endpoint)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://1.1.1.1/a", "https://[2606:4700::1111]:8443/a", "https://unknown.invalid/a"})
    void endpoint_isTaken_whenItIsPublic_orCannotBeFoundNow(String endpoint) {
        assertThat(mayBe(STRICT, endpoint)).isTrue();
    }

    @Test
    void privateEndpoint_isTaken_whenASettingAllowsIt() {
        assertThat(mayBe(ANYWHERE, "http://127.0.0.1/a")).isTrue();
        assertThat(mayBe(ANYWHERE, "ftp://127.0.0.1/a")).isFalse();
    }

    /** Whatever a name was found to be when it was registered. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void request_isRefused_whenItsHostTurnsOutPrivate(String host) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var request = new Request.Builder()
                    .url("https://" + host + ":" + server.getLocalPort() + "/a")
                    .post(RequestBody.create(new byte[0]))
                    .build();
            var answer =
                    new PushClient(STRICT).send(request).toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertThat(answer.kind()).isEqualTo(PushAnswer.Kind.REFUSED);
            assertThat(answer.detail()).contains("private network");
        }
    }

    @Test
    void socket_doesNotConnect_toWhatIsPrivate() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = new CheckedSockets(STRICT).createSocket()) {
            var address = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
            assertThatThrownBy(() -> socket.connect(address, 1_000)).isInstanceOf(PrivateTargetException.class);
            assertThat(socket.isConnected()).isFalse();
        }
    }
}
