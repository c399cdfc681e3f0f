package org.leitai.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * The receiving half of a socket: what comes is small, text, and within its credit, or the socket is closed. Frames are taken on the event
 * loop; the owner gets their messages one after the other on a virtual thread.
 */
final class Inbox {

    /** Receives a message, and may take its time. */
    interface Receiver {
        void received(LiveSocket from, String message, long nanos);
    }

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int LARGEST_BYTES = 1024;
    private static final int MOST_WAITING = 64; // more than the largest credit: only an owner that hangs comes here
    private static final String PONG = "{\"pong\":";

    private record Message(String text, long nanos) {}

    private final OpenSocket socket;
    private final Receiver receiver;
    private final Executor threads;
    private final Credit credit = new Credit(System.nanoTime());
    private final Queue<Message> waiting = new ArrayDeque<>();
    private boolean delivering;
    private Buffer begun;

    Inbox(OpenSocket socket, Receiver receiver, Executor threads) {
        this.socket = socket;
        this.receiver = receiver;
        this.threads = threads;
    }

    /** On the event loop. */
    void take(WebSocketFrame frame) {
        long nanos = System.nanoTime();
        socket.heard(nanos);
        WebSocketFrameType type = frame.type();
        if (socket.isClosing() || type == WebSocketFrameType.PONG || type == WebSocketFrameType.CLOSE) {
            return;
        }
        if (type == WebSocketFrameType.BINARY) {
            socket.close(CloseCode.BINARY);
        } else if (type == WebSocketFrameType.PING) {
            charge(nanos);
        } else {
            takePart(frame, nanos);
        }
    }

    /** A message may come in parts; each but the last costs a credit of its own. */
    private void takePart(WebSocketFrame frame, long nanos) {
        Buffer part = frame.binaryData();
        if (part.length() + (begun == null ? 0 : begun.length()) > LARGEST_BYTES) {
            begun = null;
            socket.close(CloseCode.TOO_LARGE);
            return;
        }
        Buffer sofar = begun == null ? part : begun.appendBuffer(part);
        if (frame.isFinal()) {
            begun = null;
            takeWhole(sofar.toString(), nanos);
        } else if (charge(nanos)) {
            begun = begun == null ? part.copy() : sofar;
        }
    }

    private void takeWhole(String text, long nanos) {
        if (text.startsWith(PONG)) {
            takePong(text, nanos);
        } else if (charge(nanos)) {
            deliver(new Message(text, nanos));
        }
    }

    /** The answer to the latest ping is free. */
    private void takePong(String text, long nanos) {
        long number = 0;
        for (int i = PONG.length(); i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            number = number * 10 + Character.digit(text.charAt(i), 10);
        }
        if (number == 0 || !socket.answered(number, nanos)) {
            charge(nanos);
        }
    }

    private boolean charge(long nanos) {
        boolean paid = credit.take(nanos);
        if (!paid) {
            socket.close(CloseCode.TOO_MUCH);
        }
        return paid;
    }

    private void deliver(Message message) {
        boolean full;
        boolean starts;
        synchronized (waiting) {
            full = waiting.size() == MOST_WAITING;
            if (!full) {
                waiting.add(message);
            }
            starts = !delivering && !full;
            delivering |= starts;
        }
        if (full) {
            socket.close(CloseCode.TOO_MUCH);
        } else if (starts) {
            threads.execute(this::deliverAll);
        }
    }

    private void deliverAll() {
        for (Message message = next(); message != null; message = next()) {
            try {
                receiver.received(socket, message.text(), message.nanos());
            } catch (RuntimeException e) {
                LOG.errorf(e, "a message to %s was lost", socket.topic());
            }
        }
    }

    private Message next() {
        synchronized (waiting) {
            Message next = waiting.poll();
            delivering = next != null;
            return next;
        }
    }
}
