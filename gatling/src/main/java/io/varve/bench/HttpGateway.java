package io.varve.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Connections to one gateway, all of them on one thread. */
final class HttpGateway implements AutoCloseable {
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int MAX_ANSWER_BYTES = 1 << 20;
    private static final long PATIENCE_SECONDS = 60;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final URI url;

    HttpGateway(URI url) {
        this.url = url;
    }

    String host() {
        return url.getHost() + ":" + port();
    }

    private int port() {
        return url.getPort() < 0 ? 80 : url.getPort();
    }

    /** The thread on which every answer arrives. */
    EventLoop thread() {
        return loop;
    }

    /** Opens connections that carry one request after the other. */
    List<HttpConnection> connect(int count) throws InterruptedException {
        List<HttpConnection> connections = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            HttpConnection connection = new HttpConnection();
            open(() ->
                    new ChannelHandler[] {new HttpClientCodec(), new HttpObjectAggregator(MAX_ANSWER_BYTES), connection
                    });
            connections.add(connection);
        }
        return connections;
    }

    /** Asks and waits for the answer. */
    Answer ask(HttpConnection connection, FullHttpRequest request) throws IOException, InterruptedException {
        return await(send(connection, request));
    }

    /** Asks everything at once, each on a connection of its own, and waits for the answers. */
    List<Answer> askAll(List<FullHttpRequest> requests) throws IOException, InterruptedException {
        List<HttpConnection> connections = connect(requests.size());
        try {
            List<CompletableFuture<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < requests.size(); i++) {
                sent.add(send(connections.get(i), requests.get(i)));
            }
            List<Answer> answers = new ArrayList<>();
            for (CompletableFuture<Answer> answer : sent) {
                answers.add(await(answer));
            }
            return answers;
        } finally {
            connections.forEach(HttpConnection::close);
        }
    }

    private CompletableFuture<Answer> send(HttpConnection connection, FullHttpRequest request) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        loop.execute(() -> connection.send(request, new HttpConnection.Answered() {
            @Override
            public void answered(FullHttpResponse response) {
                try {
                    answer.complete(Answer.of(response));
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            }

            @Override
            public void broken(Throwable cause) {
                answer.completeExceptionally(cause);
            }
        }));
        return answer;
    }

    private Answer await(CompletableFuture<Answer> answer) throws IOException, InterruptedException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer from " + url + " after " + PATIENCE_SECONDS + " s", e);
        }
    }

    /** Opens a connection for a request and an answer that stream past each other. */
    Channel stream(ChannelHandler handler) throws InterruptedException {
        return open(() -> new ChannelHandler[] {new HttpClientCodec(), handler});
    }

    private Channel open(Supplier<ChannelHandler[]> handlers) throws InterruptedException {
        return new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .handler(new ChannelInitializer<NioSocketChannel>() {
                    @Override
                    protected void initChannel(NioSocketChannel channel) {
                        channel.pipeline().addLast(handlers.get());
                    }
                })
                .connect(url.getHost(), port())
                .sync()
                .channel();
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
