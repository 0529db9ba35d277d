package io.varve.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;

/** One NDJSON request: lines go out while the gateway takes them, results come back meanwhile and are counted. */
final class BulkStream extends SimpleChannelInboundHandler<HttpObject> {
    private static final int LINES_PER_CHUNK = 64;

    /**
     * As far ahead as an upload of a file gets, about: some MB of lines. Without a limit, a fast sender would fill all socket
     * buffers there are, and a round by the clock go on long after its time.
     */
    private static final int MOST_LINES_UNANSWERED = 32_768;

    private static final int STATUS_OK = 200;

    /** Where lines go, and what the line of a result says when its line was taken. */
    enum Route {
        COMMANDS("/v1/bulk", "\"status\":201,"),
        SIGNALS("/v1/signals", "\"status\":202,");

        private final String path;
        private final String taken;

        Route(String path, String taken) {
            this.path = path;
            this.taken = taken;
        }
    }

    /** How many result lines said that a line was taken, how many said anything else, and the first of those. */
    record Results(long taken, long refused, String firstRefusal) {}

    private final String host;
    private final Route route;
    private final Iterator<String> lines;
    private final CompletableFuture<Results> results = new CompletableFuture<>();
    private final StringBuilder unfinished = new StringBuilder();
    private boolean sent;
    private long linesOut;
    private long taken;
    private long refused;
    private String firstRefusal = "";

    BulkStream(String host, Route route, Iterator<String> lines) {
        this.host = host;
        this.route = route;
        this.lines = lines;
    }

    CompletableFuture<Results> results() {
        return results;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, route.path);
        head.headers()
                .set(HttpHeaderNames.HOST, host)
                .set(HttpHeaderNames.CONTENT_TYPE, "application/x-ndjson")
                .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        context.write(head);
        pump(context);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        pump(context);
    }

    /** Writes as long as the gateway takes it in and answers: its back pressure closes the window, and this stops. */
    private void pump(ChannelHandlerContext context) {
        while (!sent
                && context.channel().isWritable()
                && linesOut - taken - refused <= MOST_LINES_UNANSWERED - LINES_PER_CHUNK) {
            StringBuilder chunk = new StringBuilder();
            for (int i = 0; i < LINES_PER_CHUNK && lines.hasNext(); i++) {
                chunk.append(lines.next());
                linesOut++;
            }
            if (chunk.length() > 0) {
                context.write(new DefaultHttpContent(
                        Unpooled.wrappedBuffer(chunk.toString().getBytes(UTF_8))));
            }
            if (!lines.hasNext()) {
                sent = true;
                context.write(LastHttpContent.EMPTY_LAST_CONTENT);
            }
            context.flush();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpResponse head && head.status().code() != STATUS_OK) {
            results.completeExceptionally(new IOException("bulk answered " + head.status()));
            context.close();
            return;
        }
        if (part instanceof HttpContent content) {
            read(content.content());
            pump(context);
        }
        if (part instanceof LastHttpContent) {
            finish();
            context.close();
        }
    }

    private void read(ByteBuf bytes) {
        while (bytes.isReadable()) {
            int toNewline = bytes.bytesBefore((byte) '\n');
            unfinished.append(bytes.readCharSequence(toNewline < 0 ? bytes.readableBytes() : toNewline, UTF_8));
            if (toNewline < 0) {
                return;
            }
            bytes.skipBytes(1);
            count(unfinished);
            unfinished.setLength(0);
        }
    }

    private void count(StringBuilder line) {
        if (line.indexOf(route.taken) >= 0) {
            taken++;
        } else if (line.length() > 0) {
            refused++;
            if (firstRefusal.isEmpty()) {
                firstRefusal = line.toString();
            }
        }
    }

    private void finish() {
        count(unfinished);
        if (sent && taken + refused == linesOut) {
            results.complete(new Results(taken, refused, firstRefusal));
        } else {
            results.completeExceptionally(
                    new IOException("bulk: " + linesOut + " lines out, " + (taken + refused) + " results"));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        results.completeExceptionally(new IOException("bulk: connection closed by the gateway"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        results.completeExceptionally(cause);
        context.close();
    }
}
