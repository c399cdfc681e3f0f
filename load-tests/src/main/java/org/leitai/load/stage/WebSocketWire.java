package org.leitai.load.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A WebSocket as a browser opens it (RFC 6455); pings of the server are answered at once, as the pages do. */
final class WebSocketWire extends Wire {

    /** The connection went without a reason; the number is the browsers'. */
    static final int ABNORMAL = 1006;

    /** What comes of it, on the loop. */
    interface Listener {

        /** @param nanos when the bytes were read */
        void text(byte[] bytes, int start, int length, long nanos);

        default void pinged(long nanos) {}

        /** @param code of the close; {@link #ABNORMAL} when there was none, or no handshake came about */
        void closed(WebSocketWire wire, int code);
    }

    private static final byte[] PING = "{\"ping\":".getBytes(StandardCharsets.US_ASCII);
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING_FRAME = 9;
    private static final int PONG_FRAME = 10;

    private final Listener listener;
    private boolean upgraded;
    private int closeCode = ABNORMAL;

    /** @param cookie {@code name=value}, or empty */
    WebSocketWire(SocketLoop loop, int port, int number, String topic, String cookie, Listener listener) throws IOException {
        super(loop, port, number, handshake(port, topic, cookie));
        this.listener = listener;
    }

    private static byte[] handshake(int port, String topic, String cookie) {
        String authority = "127.0.0.1:" + port;
        return ("GET /live/ws/" + topic + " HTTP/1.1\r\nHost: " + authority + "\r\nOrigin: http://" + authority
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                        + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nUser-Agent: leitai-load\r\n"
                        + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    void text(String text) {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    void gone() {
        listener.closed(this, closeCode);
    }

    @Override
    int use(byte[] bytes, int length, long nanos) {
        int at = 0;
        if (!upgraded) {
            at = endOfHead(bytes, length);
            if (at == 0) {
                return 0;
            }
            if (bytes[9] != '1' || bytes[10] != '0' || bytes[11] != '1') {
                broken();
                return length;
            }
            upgraded = true;
        }
        while (isOpen() && length - at >= 2) {
            int size = bytes[at + 1] & 0x7f;
            int head = size == 126 ? 4 : size == 127 ? 10 : 2;
            if (length - at < head) {
                return at;
            }
            if (head == 4) {
                size = (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
            } else if (head == 10) {
                throw new IllegalStateException("a frame of more than 64 KB");
            }
            if (length - at < head + size) {
                return at;
            }
            frame(bytes[at] & 0x0f, bytes, at + head, size, nanos);
            at += head + size;
        }
        return isOpen() ? at : length;
    }

    static int endOfHead(byte[] bytes, int length) {
        for (int i = 3; i < length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private void frame(int kind, byte[] bytes, int start, int length, long nanos) {
        if (kind == TEXT && Frames.startsWith(bytes, start, length, PING)) {
            byte[] pong = Arrays.copyOfRange(bytes, start, start + length);
            pong[3] = 'o'; // {"ping":1} → {"pong":1}
            listener.pinged(nanos);
            send(TEXT, pong);
        } else if (kind == TEXT) {
            listener.text(bytes, start, length, nanos);
        } else if (kind == PING_FRAME) {
            send(PONG_FRAME, Arrays.copyOfRange(bytes, start, start + length));
        } else if (kind == CLOSE) {
            closeCode = length < 2 ? 1005 : (bytes[start] & 0xff) << 8 | bytes[start + 1] & 0xff;
            broken();
        }
    }

    /** Masked, as a client must; with a mask of zeros, which costs nothing. */
    private void send(int kind, byte[] payload) {
        if (payload.length > 125) {
            throw new IllegalArgumentException("a client says little");
        }
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) (0x80 | kind);
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        say(frame);
    }
}
