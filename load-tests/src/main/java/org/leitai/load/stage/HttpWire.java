package org.leitai.load.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request after the other on a kept connection, as a page that polls. On the loop. */
final class HttpWire extends Wire {

    private static final Pattern LENGTH = Pattern.compile("content-length: ?([0-9]+)");

    /** @param status 0: nothing came */
    interface Listener {
        void replied(int status, byte[] bytes, int start, int length, long nanos);
    }

    private final Listener listener;
    private boolean awaiting = true;

    HttpWire(SocketLoop loop, int port, int number, String path, Listener listener) throws IOException {
        super(loop, port, number, request(port, path));
        this.listener = listener;
    }

    void get(int port, String path) {
        awaiting = true;
        say(request(port, path));
    }

    boolean isAwaiting() {
        return awaiting;
    }

    @Override
    int use(byte[] bytes, int length, long nanos) {
        int start = WebSocketWire.endOfHead(bytes, length);
        if (start == 0) {
            return 0;
        }
        Matcher size = LENGTH.matcher(new String(bytes, 0, start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
        int body = size.find() ? Integer.parseInt(size.group(1)) : 0;
        if (length < start + body) {
            return 0;
        }
        awaiting = false;
        listener.replied((bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0', bytes, start, body, nanos);
        return length;
    }

    @Override
    void gone() {
        if (awaiting) {
            awaiting = false;
            listener.replied(0, new byte[0], 0, 0, System.nanoTime());
        }
    }

    private static byte[] request(int port, String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nSec-Fetch-Site: same-origin\r\nUser-Agent: leitai-load\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
