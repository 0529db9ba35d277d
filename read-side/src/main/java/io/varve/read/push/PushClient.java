package io.varve.read.push;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Sends requests to push services, so many at a time, and none for longer than some seconds. */
final class PushClient {
    private static final int MAX_UNDERWAY = 128;
    /** Of one host: who is slow does not keep the others waiting. */
    private static final int MAX_UNDERWAY_PER_HOST = 16;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final PushTargets targets;
    private final OkHttpClient http;

    PushClient(PushTargets targets) {
        this.targets = targets;
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(MAX_UNDERWAY);
        dispatcher.setMaxRequestsPerHost(MAX_UNDERWAY_PER_HOST);
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .socketFactory(new CheckedSockets(targets))
                // One that the environment names would look the hosts up itself.
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .callTimeout(TIMEOUT)
                .build();
    }

    /** Never fails. */
    CompletionStage<PushAnswer> send(Request request) {
        if (!targets.takes(request.url().scheme())) {
            return CompletableFuture.completedFuture(PushAnswer.of(PushAnswer.Kind.REFUSED, "not https"));
        }
        var answer = new CompletableFuture<PushAnswer>();
        http.newCall(request).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                answer.complete(failure(e));
            }

            /** The body says nothing that we do not know. */
            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    answer.complete(
                            PushAnswer.ofStatus(response.code(), response.header("Retry-After"), Instant.now()));
                }
            }
        });
        return answer;
    }

    private static PushAnswer failure(IOException e) {
        var kind = e instanceof PrivateTargetException ? PushAnswer.Kind.REFUSED : PushAnswer.Kind.LATER;
        return PushAnswer.of(kind, e.toString());
    }
}
