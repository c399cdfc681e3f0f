package org.leitai.finals.buzzer;

/**
 * A press as it was recorded 按键记录.
 *
 * @param pressSeq counted by the server's end of the connection, never used twice by a team for one question
 * @param arrivalNanos on the sequencer's monotonic clock
 * @param roundTripNanos measured by the server's pings
 * @param uncertaintyNanos of the round trip
 */
public record Press(
        int team,
        long nonce,
        long pressSeq,
        long arrivalNanos,
        long roundTripNanos,
        long uncertaintyNanos,
        Outcome outcome) {}
