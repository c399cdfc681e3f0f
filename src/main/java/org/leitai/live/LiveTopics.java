package org.leitai.live;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * The owner of topics: a bean of the feature whose states are published. Topics are paths of {@code a-z A-Z 0-9 . _ -} and
 * {@code /}, at most 100 characters. All but {@link #owns} are called on virtual threads and may wait.
 */
public interface LiveTopics {

    /** Who is at the other end of a socket that anybody may open; such sockets are not counted by person. */
    String ANYBODY = "";

    /** Whether this owner knows the topic, by its form alone. Called on the event loop. */
    boolean owns(String topic);

    /**
     * Who is at the other end, by the cookies and headers of the handshake, or {@link #ANYBODY}; empty: 403. Topics for everybody
     * answer without a look-up, because all phones of a hall come back at once.
     */
    Optional<String> admit(String topic, HttpServerRequest handshake);

    /**
     * The present state as JSON, when nothing was published in this process yet. Asked once per topic, whoever many wait. Empty: there
     * is no such topic, 404.
     */
    Optional<String> snapshot(String topic);

    /**
     * A message of a client, at most 1 KB, as it came. Messages of one socket come one after the other in their order; those of
     * different sockets at the same time.
     *
     * @param nanos {@code System.nanoTime()}, read before anything else was done with the message
     */
    void received(LiveSocket from, String message, long nanos);
}
