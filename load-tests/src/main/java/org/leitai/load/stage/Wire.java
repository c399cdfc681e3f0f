package org.leitai.load.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** A connection to the server on a {@link SocketLoop}; bytes that do not make a whole yet are kept for the next read. */
abstract class Wire {

    private static final byte[] NOTHING = {};

    /** Of a phone on a mobile network; the larger one of this machine's default would hide a reader that stalls for minutes. */
    private static final int RECEIVE_BYTES = 16 * 1024;

    /** Addresses of this machine in turn, 127.0.0.2 and on: one has 28,000 ports, and those of closed connections rest for a minute. */
    private static final int SOURCES = 16;

    private final SocketChannel channel;
    private final SelectionKey key;
    private byte[] kept = NOTHING;
    private ByteBuffer unsent;
    private boolean stalled;
    private boolean open = true;

    /** @param first what to say when connected */
    Wire(SocketLoop loop, int port, int number, byte[] first) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BYTES);
        unsent = ByteBuffer.wrap(first);
        channel.bind(new InetSocketAddress(source(number), 0));
        key = channel.register(loop.selector(), SelectionKey.OP_CONNECT, this);
        channel.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    }

    private static InetAddress source(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (2 + number % SOURCES)});
    }

    /**
     * Uses what it can.
     *
     * @param length of what came so far and was not used
     * @return how many bytes were used
     */
    abstract int use(byte[] bytes, int length, long nanos);

    /** The connection has gone, not by {@link #drop}. */
    abstract void gone();

    SocketChannel channel() {
        return channel;
    }

    boolean isOpen() {
        return open;
    }

    /** Stops reading, as a phone that was put away; or reads again. */
    void stall(boolean stop) {
        stalled = stop;
        interest();
    }

    void say(byte[] bytes) {
        if (!open) {
            return;
        }
        try {
            if (unsent == null) {
                var buffer = ByteBuffer.wrap(bytes);
                channel.write(buffer);
                unsent = buffer.hasRemaining() ? buffer : null;
            } else {
                unsent = ByteBuffer.allocate(unsent.remaining() + bytes.length).put(unsent).put(bytes).flip();
            }
            interest();
        } catch (IOException broken) {
            broken();
        }
    }

    void finishConnect() throws IOException {
        channel.finishConnect();
        write();
    }

    void write() throws IOException {
        if (unsent != null) {
            channel.write(unsent);
            unsent = unsent.hasRemaining() ? unsent : null;
        }
        interest();
    }

    void take(byte[] bytes, int length, long nanos) {
        byte[] all = bytes;
        int size = length;
        if (kept.length > 0) {
            all = Arrays.copyOf(kept, kept.length + length);
            System.arraycopy(bytes, 0, all, kept.length, length);
            size = all.length;
        }
        int used = use(all, size, nanos);
        kept = used == size ? NOTHING : Arrays.copyOfRange(all, used, size);
    }

    void broken() {
        if (open) {
            drop();
            gone();
        }
    }

    /** Closes it without a word. */
    void drop() {
        open = false;
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // nothing left to close
        }
    }

    private void interest() {
        if (open && channel.isConnected()) {
            key.interestOps((stalled ? 0 : SelectionKey.OP_READ) | (unsent == null ? 0 : SelectionKey.OP_WRITE));
        }
    }
}
