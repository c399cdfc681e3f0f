package org.leitai.finals.look;

import org.leitai.kernel.Refusal;

/** What can be wrong with how a final is to present itself. */
public enum LookRefusal implements Refusal {
    TOO_MANY_CREDITS("finals.look.bad-credits", 422),
    BAD_LINEUP("finals.look.bad-lineup", 422),
    NOT_A_PICTURE("finals.look.not-a-picture", 422),
    PICTURE_TOO_LARGE("finals.look.picture-too-large", 422);

    private final String code;
    private final int status;

    LookRefusal(String code, int status) {
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
