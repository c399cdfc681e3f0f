package org.leitai.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A client that speaks RFC 6455 by hand, so that it can also speak it badly, or stop to listen. */
final class Viewer implements AutoCloseable {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** As when the connection ended without a word. */
    static final int ABRUPT = 1006;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] MASK = {1, 2, 3, 4};
    private static final int SMALL_BUFFER_BYTES = 4 * 1024;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final String head;
    private final List<JsonNode> messages = Collections.synchronizedList(new ArrayList<>());
    private final Object rest = new Object();
    private volatile boolean rests;
    private volatile int closeCode;
    private volatile int pongs;
    private volatile long bytesRead;

    /** Says the handshake with these header lines besides the necessary ones. */
    private Viewer(int port, String path, List<String> headers) {
        try {
            socket = new Socket();
            socket.setReceiveBufferSize(SMALL_BUFFER_BYTES);
            socket.connect(new InetSocketAddress("localhost", port));
            socket.setTcpNoDelay(true);
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                    + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
                    + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + String.join(
                            "", headers.stream().map(line -> line + "\r\n").toList()) + "\r\n";
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            head = readHead();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From a page of the server. */
    static Viewer open(int port, String topic, String... headers) {
        var lines = new ArrayList<>(List.of("Origin: http://localhost:" + port));
        lines.addAll(List.of(headers));
        Viewer viewer = with(port, "/live/ws/" + topic, lines);
        if (viewer.status() != 101) {
            throw new AssertionError(viewer.head);
        }
        Thread.ofVirtual().start(viewer::listen);
        return viewer;
    }

    /** Whatever the server answers. */
    static Viewer with(int port, String path, List<String> headers) {
        return new Viewer(port, path, headers);
    }

    int status() {
        return Integer.parseInt(head.split(" ")[1]);
    }

    String head() {
        return head;
    }

    /** Everything but pings, in order. */
    List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    List<JsonNode> frames() {
        return messages().stream().filter(message -> message.has("state")).toList();
    }

    /** Null before the first frame. */
    JsonNode newest() {
        List<JsonNode> frames = frames();
        return frames.isEmpty() ? null : frames.getLast();
    }

    /** Null before the first frame. */
    String state() {
        JsonNode newest = newest();
        return newest == null ? null : newest.get("state").toString();
    }

    /** 0 while it is open. */
    int closeCode() {
        return closeCode;
    }

    /** Answers to pings of the protocol. */
    int pongs() {
        return pongs;
    }

    long bytesRead() {
        return bytesRead;
    }

    /** At most one more frame is taken in. */
    void stopReading() {
        rests = true;
    }

    void readAgain() {
        synchronized (rest) {
            rests = false;
            rest.notifyAll();
        }
    }

    void say(String text) {
        send(true, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void send(boolean isFinal, int opcode, byte[] payload) {
        send(0, isFinal, opcode, payload);
    }

    /** Fails silently when the server has closed already: then the close code tells. */
    synchronized void send(int reservedBits, boolean isFinal, int opcode, byte[] payload) {
        var frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) ((isFinal ? 0x80 : 0) | reservedBits << 4 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i % 4]));
        }
        try {
            out.write(frame.array(), 0, frame.position());
        } catch (IOException gone) {
            closeCode = closeCode == 0 ? ABRUPT : closeCode;
        }
    }

    /** As a link that breaks. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readHead() throws IOException {
        var line = new ByteArrayOutputStream();
        while (!line.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                break;
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    private void listen() {
        try {
            while (closeCode == 0) {
                readFrame();
                restIfTold();
            }
        } catch (IOException gone) {
            closeCode = closeCode == 0 ? ABRUPT : closeCode;
        }
    }

    private void restIfTold() {
        synchronized (rest) {
            while (rests) {
                try {
                    rest.wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void readFrame() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte();
        length = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
        byte[] payload = in.readNBytes(length);
        bytesRead += length;
        switch (opcode) {
            case TEXT -> hear(new String(payload, StandardCharsets.UTF_8));
            case CLOSE -> closeCode = ByteBuffer.wrap(payload).getShort();
            case PING -> send(true, PONG, payload);
            case PONG -> pongs++;
            default -> throw new AssertionError("opcode " + opcode);
        }
    }

    private void hear(String text) throws JsonProcessingException {
        JsonNode message = JSON.readTree(text);
        if (message.has("ping")) {
            say("{\"pong\":" + message.get("ping") + "}");
        } else {
            messages.add(message);
        }
    }
}
