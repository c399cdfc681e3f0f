package org.leitai.attempt;

import org.leitai.kernel.Refusal;

/** Why a start, an answer or a hand-in is refused. */
public enum AttemptRefusal implements Refusal {
    /** No such attempt, or not this person's. */
    UNKNOWN("attempt.unknown", 404),
    /** The round has not opened. */
    NOT_YET("attempt.not-yet", 403),
    /** The round has ended. */
    ENDED("attempt.ended", 410),
    /** Outside the daily hours. */
    RESTING("attempt.resting", 403),
    NO_MORE_TODAY("attempt.no-more-today", 409),
    NO_MORE("attempt.no-more", 409),
    /** Handed in, or over. */
    CLOSED("attempt.closed", 409),
    /** After the deadline and the grace. */
    TOO_LATE("attempt.too-late", 410),
    /** Not delivered yet. */
    NOT_DELIVERED("attempt.not-delivered", 409),
    /** With a clock per question: not this question's turn, or its time is over. */
    SLOT_LOCKED("attempt.slot-locked", 409),
    /** The same sequence number came with another answer. */
    SEQ_REUSED("attempt.seq-reused", 409),
    /** The request is not an answer to such a question. */
    MALFORMED("attempt.malformed", 400),
    TOO_LARGE("attempt.too-large", 413),
    TICKET_MISSING("ticket.missing", 401),
    TICKET_INVALID("ticket.invalid", 401),
    TICKET_EXPIRED("ticket.expired", 410),
    /** The database does not answer in time; nobody knows yet whether the answer is stored, the same request finds out. */
    BUSY("attempt.busy", 503);

    private final String code;
    private final int status;

    AttemptRefusal(String code, int status) {
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
