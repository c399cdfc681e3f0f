package org.leitai.load.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * A page that keeps itself up to date exactly as {@code js/live.js} does, with the same waits: a socket; after two that brought nothing
 * also a request every two seconds, until a socket comes through. On the loop.
 */
final class Phone implements WebSocketWire.Listener, HttpWire.Listener {

    private static final double SHORTEST_RETRY_MILLIS = 200;
    private static final double FIRST_RETRY_MILLIS = 2000;
    private static final double LONGEST_RETRY_MILLIS = 10_000;
    private static final int FAILURES_BEFORE_POLLING = 2;
    private static final double POLL_MILLIS = 2000;
    private static final double SOCKET_AGAIN_MILLIS = 30_000;
    private static final double SERVER_BACK_MILLIS = 5000;
    private static final long OPENING_NANOS = TimeUnit.SECONDS.toNanos(8);
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(13);
    private static final SplittableRandom RANDOM = new SplittableRandom();

    private final SocketLoop loop;
    private final int port;
    private final int number;
    private final String topic;

    private WebSocketWire socket;
    private boolean live;
    private boolean stalled;
    private long heardNanos;
    private int failures;
    private int lastCode;
    private long retries;

    private HttpWire polls;
    private boolean polling;
    private int pollFailures;
    private long plans;
    private long pollSentNanos;

    private long version = -1;
    private long awaited = Long.MAX_VALUE;
    private long arrivedNanos;
    private long backNanos;
    private long socketBackNanos;
    private int opened;
    private int polled;

    Phone(SocketLoop loop, int port, int number, String topic) {
        this.loop = loop;
        this.port = port;
        this.number = number;
        this.topic = topic;
    }

    void open() {
        retries++;
        if (socket != null) {
            socket.drop();
        }
        live = false;
        heardNanos = System.nanoTime();
        opened++;
        try {
            socket = new WebSocketWire(loop, port, number, topic, "", this);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // this machine has run out of something
        }
    }

    /** Each second. */
    void closeIfSilent(long now) {
        if (socket != null && !stalled && now - heardNanos > (live ? SILENT_NANOS : OPENING_NANOS)) {
            socket.drop();
            lost(WebSocketWire.ABNORMAL);
        }
        if (polls != null && polls.isAwaiting() && now - pollSentNanos > OPENING_NANOS) {
            polls.broken();
        }
    }

    @Override
    public void text(byte[] bytes, int start, int length, long nanos) {
        heardNanos = nanos;
        live = true;
        failures = 0;
        polling = false;
        plans++;
        socketBackNanos = socketBackNanos == 0 ? nanos : socketBackNanos;
        show(bytes, start, length, nanos);
    }

    @Override
    public void pinged(long nanos) {
        heardNanos = nanos;
    }

    @Override
    public void closed(WebSocketWire wire, int code) {
        if (wire == socket) {
            lost(code);
        }
    }

    private void lost(int code) {
        socket = null;
        live = false;
        lastCode = code;
        failures++;
        if (failures >= FAILURES_BEFORE_POLLING && !polling) {
            polling = true;
            pollFailures = 0;
            plan(0);
        }
        retryAfter(retryMillis());
    }

    private double retryMillis() {
        if (polling) {
            return SOCKET_AGAIN_MILLIS * (0.8 + RANDOM.nextDouble() * 0.4);
        }
        double ceiling = Math.min(LONGEST_RETRY_MILLIS, FIRST_RETRY_MILLIS * Math.pow(2, failures - 1));
        return SHORTEST_RETRY_MILLIS + RANDOM.nextDouble() * (ceiling - SHORTEST_RETRY_MILLIS);
    }

    private void retryAfter(double millis) {
        long mine = ++retries;
        loop.after(millis, () -> {
            if (mine == retries) {
                open();
            }
        });
    }

    private void plan(double millis) {
        long mine = ++plans;
        loop.after(millis, () -> {
            if (mine == plans && polling) {
                poll();
            }
        });
    }

    private void poll() {
        polled++;
        pollSentNanos = System.nanoTime();
        String path = "/live/frames/" + topic + "?epoch=&seq=-1";
        try {
            if (polls != null && polls.isOpen()) {
                polls.get(port, path);
            } else {
                polls = new HttpWire(loop, port, number, path, this);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void replied(int status, byte[] bytes, int start, int length, long nanos) {
        if (!polling) {
            return;
        }
        boolean arrived = status == 200 || status == 204;
        if (arrived && pollFailures > 0 && socket == null) {
            retryAfter(RANDOM.nextDouble() * SERVER_BACK_MILLIS);
        }
        pollFailures = arrived ? 0 : pollFailures + 1;
        if (status == 200) {
            show(bytes, start, length, nanos);
        }
        double pause = POLL_MILLIS * (0.8 + RANDOM.nextDouble() * 0.4);
        plan(pollFailures == 0 ? pause : pause + backoffMillis());
    }

    /** As {@code js/lib/api.js}. */
    private double backoffMillis() {
        double ceiling = Math.min(15_000, 500 * Math.pow(2, pollFailures));
        return ceiling / 2 + RANDOM.nextDouble() * ceiling / 2;
    }

    private void show(byte[] bytes, int start, int length, long nanos) {
        version = Frames.version(bytes, start, length);
        backNanos = backNanos == 0 ? nanos : backNanos;
        if (version >= awaited && arrivedNanos == 0) {
            arrivedNanos = nanos;
        }
    }

    /** From now on the arrival of this version counts. */
    void await(long next) {
        awaited = next;
        arrivedNanos = 0;
    }

    /** 0: not yet. */
    long arrivedNanos() {
        return arrivedNanos;
    }

    long version() {
        return version;
    }

    boolean isLive() {
        return live;
    }

    /** Stops reading, or goes on. */
    void stall(boolean stop) {
        stalled = stop;
        heardNanos = System.nanoTime();
        if (socket != null) {
            socket.stall(stop);
        }
    }

    boolean isStalled() {
        return stalled;
    }

    /** How its latest socket was closed. */
    int lastCode() {
        return lastCode;
    }

    /** The next frame is the first one after a break. */
    void leave() {
        backNanos = 0;
        socketBackNanos = 0;
        opened = 0;
        polled = 0;
    }

    /** When it showed something again; 0: not yet. */
    long backNanos() {
        return backNanos;
    }

    long socketBackNanos() {
        return socketBackNanos;
    }

    int opened() {
        return opened;
    }

    int polled() {
        return polled;
    }
}
