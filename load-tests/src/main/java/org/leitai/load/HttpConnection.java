package org.leitai.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One keep-alive HTTP/1.1 connection to this machine, for one thread. Connects when needed; after a failure the next exchange
 * connects anew. Understands what the server sends: Content-Length and chunks, nothing compressed.
 */
public final class HttpConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2000;

    private final int port;
    private final int timeoutMillis;
    private Socket socket;
    private InputStream in;
    private byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    /** @param timeoutMillis longest silence of the server while a reply is awaited */
    public HttpConnection(int port, int timeoutMillis) {
        this.port = port;
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * @param head status line and headers, as they came
     * @param wireBytes of head and body
     */
    public record Reply(int status, byte[] head, byte[] body, int wireBytes) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The value of the first such header; empty when there is none. */
        public String header(String name) {
            String prefix = name + ":";
            return new String(head, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
                    .map(line -> line.substring(prefix.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** Sends a whole request and reads the whole reply. */
    public Reply exchange(byte[] request) throws IOException {
        try {
            connect();
            socket.getOutputStream().write(request);
            return read();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException alreadyGone) {
            // nothing left to close
        }
        socket = null;
        start = 0;
        end = 0;
    }

    private void connect() throws IOException {
        if (socket != null) {
            return;
        }
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(timeoutMillis);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        in = socket.getInputStream();
    }

    private Reply read() throws IOException {
        int headEnd = awaitHead();
        byte[] head = Arrays.copyOfRange(buffer, start, headEnd);
        start = headEnd;
        int status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + (head[11] - '0');
        int length = contentLength(head);
        byte[] body = length >= 0 ? take(length) : chunks();
        return new Reply(status, head, body, head.length + body.length);
    }

    private int awaitHead() throws IOException {
        int from = start;
        while (true) {
            for (int i = from; i + 3 < end; i++) {
                if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                    return i + 4;
                }
            }
            int searched = Math.max(0, end - start - 3);
            fill();
            from = start + searched;
        }
    }

    /** -1: in chunks. */
    private static int contentLength(byte[] head) {
        byte[] name = "content-length:".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i + name.length < head.length; i++) {
            if (head[i] == '\n' && matches(head, i + 1, name)) {
                return number(head, i + 1 + name.length);
            }
        }
        return new String(head, StandardCharsets.ISO_8859_1).toLowerCase().contains("transfer-encoding: chunked") ? -1 : 0;
    }

    private static boolean matches(byte[] head, int at, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (at + i >= head.length || (head[at + i] | 0x20) != (name[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] head, int at) {
        int value = 0;
        for (int i = at; head[i] != '\r'; i++) {
            value = head[i] == ' ' ? value : value * 10 + head[i] - '0';
        }
        return value;
    }

    private byte[] take(int length) throws IOException {
        while (end - start < length) {
            fill();
        }
        byte[] taken = Arrays.copyOfRange(buffer, start, start + length);
        start += length;
        return taken;
    }

    private byte[] chunks() throws IOException {
        byte[] body = new byte[0];
        while (true) {
            int length = Integer.parseInt(line().strip(), 16);
            byte[] chunk = take(length);
            take(2);
            if (length == 0) {
                return body;
            }
            int before = body.length;
            body = Arrays.copyOf(body, before + length);
            System.arraycopy(chunk, 0, body, before, length);
        }
    }

    private String line() throws IOException {
        for (int length = 1; ; length++) {
            while (end - start < length) {
                fill();
            }
            if (buffer[start + length - 1] == '\n') {
                return new String(take(length), StandardCharsets.ISO_8859_1);
            }
        }
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        end += count;
    }
}
