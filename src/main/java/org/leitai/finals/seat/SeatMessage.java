package org.leitai.finals.seat;

import java.util.List;

/**
 * What a team's device says 席位消息. Plain data: it may be sent to the node that owns the match. Every message has a number; of one
 * device they only rise, and one that comes again is the same message.
 */
public sealed interface SeatMessage {

    From from();

    long number();

    /**
     * Where a message came from and when.
     *
     * @param team whose seat the device was let in to, 1…n; never what the message says
     * @param device it came from, such as {@code seat:17}; the same after a reload
     * @param nanos of its arrival, on the monotonic clock of the process that took it in
     * @param roundTripNanos as the server's pings measured it; -1: not yet
     * @param uncertaintyNanos of the round trip; -1: not yet
     */
    record From(int team, String device, long nanos, long roundTripNanos, long uncertaintyNanos) {}

    /** @param nonce of the buzz window that the device saw */
    record Press(From from, long number, long nonce) implements SeatMessage {}

    /**
     * @param nonce of the question that the device saw
     * @param given letters of options in the order they were put, or the text of each blank, or one text
     */
    record Answer(From from, long number, long nonce, List<String> given) implements SeatMessage {

        public Answer {
            given = List.copyOf(given);
        }
    }

    /** The risk value that the team wants, as the seat was shown it. */
    record Choose(From from, long number, String value) implements SeatMessage {}

    /** A lifeline that the team asks for, by its code; null: it does not want it any more. */
    record Ask(From from, long number, String lifeline) implements SeatMessage {}

    /**
     * How the device is, as far as its browser tells; each part null where it does not.
     *
     * @param clockOffMillis the device's clock minus the server's, as the device found it
     * @param batteryPercent 0…100
     * @param awake whether the screen is kept from going dark
     * @param sound whether the browser has let sounds be played
     * @param heard number of the sound test that the team heard
     * @param visible whether the page is in front
     */
    record Preflight(
            From from,
            long number,
            Long clockOffMillis,
            Integer batteryPercent,
            Boolean charging,
            Boolean awake,
            Boolean sound,
            Long heard,
            Boolean visible)
            implements SeatMessage {}

    /** A device with a good code wants to come in. */
    record Knock(From from, long number) implements SeatMessage {}

    /** Somebody was refused at the team's seat. */
    record Refused(From from, long number, DeskFacts.AlarmKind kind) implements SeatMessage {}
}
