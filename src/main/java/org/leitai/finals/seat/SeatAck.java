package org.leitai.finals.seat;

/**
 * What a device hears of its message 回执: it was taken, and is in the log, or why not.
 *
 * @param ack number of the message
 * @param code of the refusal; null when it was taken
 */
public record SeatAck(long ack, boolean ok, String code) {

    public static SeatAck taken(long number) {
        return new SeatAck(number, true, null);
    }

    public static SeatAck refused(long number, String code) {
        return new SeatAck(number, false, code);
    }
}
