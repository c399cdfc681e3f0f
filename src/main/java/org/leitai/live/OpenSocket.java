package org.leitai.live;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The sending half of a socket, and its end. It has one write under way at most; when that is done it takes the oldest text that was sent to it
 * alone, else the frame that is newest by then, else a ping. Confined to its event loop but for the methods of {@link LiveSocket}.
 */
final class OpenSocket implements LiveSocket {

    private static final int LARGEST_TEXT_BYTES = 4 * 1024;
    private static final int MOST_TEXTS = 16;
    private static final int LARGEST_BUFFER_BYTES = 64 * 1024;

    /** The kernel keeps twice what it is asked for: 64 KB at most wait in it for a reader that does not read. */
    private static final int KERNEL_BUFFER_BYTES = 32 * 1024;

    /** A write takes longer only when the reader does not read: the buffers behind it hold several frames. */
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** A browser answers pings within a second even when its page sleeps; from here on it is asked by the protocol's own. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Two more such pings were not answered: the link is down. */
    private static final long GONE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** For the reason of a close to reach the client before the connection goes. */
    private static final int FAREWELL_SECONDS = 2;

    private final String id = UUID.randomUUID().toString();
    private final String topicName;
    private final String who;
    private final Supplier<Frame> newest;
    private final ServerWebSocket socket;
    private final Channel channel;

    /** Writes here go to the wire as they are. */
    private final ChannelHandlerContext wire;

    private final Queue<ByteBuf> texts = new ArrayDeque<>();
    private final RoundTrips roundTrips = new RoundTrips();

    private Frame shown;
    private boolean writing;
    private boolean closing;
    private long writingSinceNanos;
    private long heardNanos = System.nanoTime();
    private Pulse duePing;
    private long pingNumber;
    private long pingSentNanos;

    OpenSocket(String topicName, String who, Supplier<Frame> newest, ServerWebSocket socket, Channel channel) {
        this.topicName = topicName;
        this.who = who;
        this.newest = newest;
        this.socket = socket;
        this.channel = channel;
        this.wire = channel.pipeline().context(WebSocketFrameEncoder.class);
        channel.config().setOption(ChannelOption.SO_SNDBUF, KERNEL_BUFFER_BYTES);
        channel.config()
                .setWriteBufferWaterMark(new WriteBufferWaterMark(LARGEST_BUFFER_BYTES / 2, LARGEST_BUFFER_BYTES));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String topic() {
        return topicName;
    }

    @Override
    public String who() {
        return who;
    }

    @Override
    public long roundTripNanos() {
        return roundTrips.shortestNanos();
    }

    @Override
    public long roundTripUncertaintyNanos() {
        return roundTrips.spreadNanos();
    }

    @Override
    public void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST_TEXT_BYTES) {
            throw new IllegalArgumentException("a text of " + bytes.length + " bytes");
        }
        loop().execute(() -> send(TextFrames.single(bytes)));
    }

    @Override
    public void close() {
        close(CloseCode.NORMAL);
    }

    /** From any thread. The connection goes even when the client neither reads nor answers. */
    void close(CloseCode code) {
        if (loop().inEventLoop()) {
            closeHere(code);
        } else {
            loop().execute(() -> closeHere(code));
        }
    }

    private void closeHere(CloseCode code) {
        if (closing) {
            return;
        }
        closing = true;
        texts.clear();
        if (channel.isActive()) {
            socket.close(code.number(), code.reason());
            loop().schedule(this::cut, FAREWELL_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** At once: the ordinary close would first wait for what is written to be read. */
    private void cut() {
        if (channel.isOpen()) {
            channel.pipeline().firstContext().close();
        }
    }

    EventLoop loop() {
        return channel.eventLoop();
    }

    boolean isClosing() {
        return closing;
    }

    void heard(long nanos) {
        heardNanos = nanos;
    }

    /** Returns whether that ping was waiting for its answer. */
    boolean answered(long number, long nanos) {
        if (pingNumber != number) {
            return false;
        }
        pingNumber = 0;
        roundTrips.add(nanos - pingSentNanos);
        return true;
    }

    void tick(Pulse pulse) {
        if (closing) {
            return;
        }
        if (pulse.nanos() - heardNanos > GONE_NANOS) {
            cut();
        } else if (!channel.isWritable() || writing && pulse.nanos() - writingSinceNanos > SLOW_NANOS) {
            close(CloseCode.SLOW);
        } else if (pulse.pings(this)) {
            ping(pulse);
        }
    }

    private void ping(Pulse pulse) {
        if (pulse.nanos() - heardNanos > QUIET_NANOS && !writing) {
            channel.writeAndFlush(new PingWebSocketFrame());
        }
        duePing = pulse;
        flush();
    }

    private void send(ByteBuf text) {
        if (closing) {
            return;
        }
        if (texts.size() == MOST_TEXTS) {
            close(CloseCode.SLOW);
        } else {
            texts.add(text);
            flush();
        }
    }

    /** Writes what is next, unless a write is under way. */
    void flush() {
        if (writing || closing) {
            return;
        }
        ByteBuf next = next();
        if (next != null) {
            writing = true;
            writingSinceNanos = System.nanoTime();
            wire.writeAndFlush(next).addListener((ChannelFuture done) -> {
                writing = false;
                if (done.isSuccess()) {
                    flush();
                }
            });
        }
    }

    /** Null when there is nothing to write. */
    private ByteBuf next() {
        if (!texts.isEmpty()) {
            return texts.poll();
        }
        Frame frame = newest.get();
        if (frame != null && frame != shown) {
            shown = frame;
            return frame.wire().duplicate();
        }
        if (duePing != null) {
            ByteBuf ping = duePing.ping().duplicate();
            pingNumber = duePing.number();
            pingSentNanos = System.nanoTime();
            duePing = null;
            return ping;
        }
        return null;
    }
}
