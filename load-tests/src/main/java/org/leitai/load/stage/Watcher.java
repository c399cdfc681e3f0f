package org.leitai.load.stage;

import java.io.IOException;

/** One who looks at a race, and presses if it is a seat. On the loop. */
final class Watcher implements WebSocketWire.Listener {

    enum Kind {
        SEAT("seats"),
        SCREEN("console and big screen"),
        SPECTATOR("spectators");

        private final String plural;

        Kind(String plural) {
            this.plural = plural;
        }

        String plural() {
            return plural;
        }
    }

    private static final int NOBODY = -1;
    private static final byte[] ANSWERING = Frames.name("answering");
    private static final byte[] GAP = Frames.name("gapMillis");
    private static final byte[] NONCE = Frames.name("nonce");
    private static final byte[] WINDOW = Frames.name("window");
    private static final byte[] BUZZ = Frames.name("buzz");

    private final Kind kind;
    private WebSocketWire wire;
    private long version = -1;
    private long nonce;
    private int pressed;
    private boolean armed;
    private int winner;
    private long winnerNanos;
    private int changes;
    private int presses;

    Watcher(Kind kind) {
        this.kind = kind;
    }

    void open(SocketLoop loop, int port, int number, String topic, String cookie) throws IOException {
        wire = new WebSocketWire(loop, port, number, topic, cookie, this);
    }

    Kind kind() {
        return kind;
    }

    /** -1: nothing came yet. */
    long version() {
        return version;
    }

    boolean isArmed() {
        return armed && nonce > 0;
    }

    boolean hasWinner() {
        return winner != NOBODY;
    }

    /** Index of the team. */
    int winner() {
        return winner;
    }

    long winnerNanos() {
        return winnerNanos;
    }

    /** How often the winner appeared or became another. */
    int changes() {
        return changes;
    }

    int presses() {
        return presses;
    }

    void forget() {
        winner = NOBODY;
        changes = 0;
        presses = 0;
    }

    void press() {
        pressed++;
        wire.text("{\"press\":" + nonce + ",\"n\":" + pressed + "}");
    }

    @Override
    public void text(byte[] bytes, int start, int length, long nanos) {
        version = Math.max(version, Frames.version(bytes, start, length));
        String window = Frames.text(bytes, start, length, WINDOW);
        armed = window.equals("open");
        if (kind == Kind.SEAT && armed) {
            nonce = Frames.number(bytes, start, length, NONCE);
        }
        if (window.equals("locked")) {
            presses = Math.max(presses, Frames.count(bytes, start, length, GAP, BUZZ));
            int shown = (int) Frames.number(bytes, start, length, ANSWERING);
            if (shown != winner) {
                winner = shown;
                winnerNanos = nanos;
                changes++;
            }
        }
    }

    @Override
    public void closed(WebSocketWire closed, int code) {
        throw new IllegalStateException("a " + kind + " was closed: " + code);
    }
}
