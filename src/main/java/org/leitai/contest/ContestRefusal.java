package org.leitai.contest;

import org.leitai.kernel.Refusal;

/** Why a change to a contest is refused. */
public enum ContestRefusal implements Refusal {
    /** The new end lies in the past, before the opening, or more than a year away. */
    BAD_END("contest.bad-end", 422),
    /** Results may have been published already. */
    ENDED("contest.ended", 409),
    /** The rule sheet is frozen once the round has opened. */
    OPENED("contest.opened", 409),
    CODE_TAKEN("contest.code-taken", 409),
    /** The bank has not enough items of the kinds that the blueprint asks for. */
    SHORTAGE("contest.shortage", 422);

    private final String code;
    private final int status;

    ContestRefusal(String code, int status) {
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
