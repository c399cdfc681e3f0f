package org.leitai.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** A bad network: passes one request on to the server, waits for the reply, and loses it. */
public final class FaultProxy implements AutoCloseable {

    private static final int READ_MILLIS = 5_000;

    private final ServerSocket door;
    private final int serverPort;
    private final CompletableFuture<String> lost = new CompletableFuture<>();

    public FaultProxy(int serverPort) {
        this.serverPort = serverPort;
        try {
            door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::loseOneReply);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** The first line of the reply that nobody received; completed after the server has said it. */
    public CompletableFuture<String> lostReply() {
        return lost;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void loseOneReply() {
        try (Socket phone = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            server.setSoTimeout(READ_MILLIS);
            Thread.ofVirtual().start(() -> pass(phone, server));
            lost.complete(firstLine(server.getInputStream()));
            phone.setSoLinger(true, 0); // the connection breaks, it does not end
        } catch (IOException e) {
            lost.completeExceptionally(e);
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException broken) {
            // the phone has gone, as it should
        }
    }

    private static String firstLine(InputStream reply) throws IOException {
        var line = new StringBuilder();
        for (int c = reply.read(); c != '\r' && c >= 0; c = reply.read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
