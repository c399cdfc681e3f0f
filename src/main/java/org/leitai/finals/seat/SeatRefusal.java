package org.leitai.finals.seat;

import org.leitai.kernel.Refusal;

/** Why what a seat said is not taken; what the rules of the match refuse is a refusal of theirs. */
public enum SeatRefusal implements Refusal {
    /** The message was made for another question. */
    OTHER_QUESTION("finals.seat-said.other-question", 409),
    NO_SUCH_OPTION("finals.seat-said.no-such-option", 422),
    EMPTY("finals.seat-said.empty", 422),
    TOO_LONG("finals.seat-said.too-long", 413),
    /** Nothing is handed in to this question. */
    SPOKEN("finals.seat-said.spoken", 409),
    /** A later message of the same device was taken already. */
    OVERTAKEN("finals.seat-said.overtaken", 409),
    /** No value, or no number. */
    NO_SUCH_VALUE("finals.seat-said.no-such-value", 422),
    /** It could not be stored now; the device says it again. */
    AGAIN("finals.seat-said.again", 503);

    private final String code;
    private final int status;

    SeatRefusal(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
