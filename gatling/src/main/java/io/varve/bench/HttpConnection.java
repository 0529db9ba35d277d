package io.varve.bench;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import java.io.IOException;

/** One keep-alive connection with at most one request under way. To be used on its gateway's thread only. */
final class HttpConnection extends SimpleChannelInboundHandler<FullHttpResponse> {
    /** Takes the answer to a request; the response is released after it returns. */
    interface Answered {
        void answered(FullHttpResponse response);

        /** The connection broke before the answer. */
        void broken(Throwable cause);
    }

    private ChannelHandlerContext context;
    private Answered waiting;

    /** Sends a request; the answer comes on the gateway's thread. */
    void send(FullHttpRequest request, Answered answered) {
        waiting = answered;
        context.writeAndFlush(request).addListener(sent -> {
            if (!sent.isSuccess()) {
                fail(sent.cause());
            }
        });
    }

    void close() {
        context.close();
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        context = active;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ignored, FullHttpResponse response) {
        Answered answered = waiting;
        waiting = null;
        answered.answered(response);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ignored) {
        fail(new IOException("connection closed by the gateway"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        fail(cause);
        failed.close();
    }

    private void fail(Throwable cause) {
        Answered answered = waiting;
        waiting = null;
        if (answered != null) {
            answered.broken(cause);
        }
    }
}
