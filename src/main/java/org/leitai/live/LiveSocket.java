package org.leitai.live;

/** One open socket. Thread-safe. */
public interface LiveSocket {

    /** Of this connection; a client that comes back has another. */
    String id();

    String topic();

    /** As {@link LiveTopics#admit} said. */
    String who();

    /** The shortest round trip of the eight latest pings, in nanoseconds; -1 while unknown. */
    long roundTripNanos();

    /** How far apart the shortest and the longest of the eight latest round trips are, in nanoseconds; -1 while unknown. */
    long roundTripUncertaintyNanos();

    /**
     * Sends a text of at most 4 KB to this socket alone. A socket that leaves 16 of them waiting is closed.
     *
     * @throws IllegalArgumentException the text is too long
     */
    void send(String text);

    void close();
}
