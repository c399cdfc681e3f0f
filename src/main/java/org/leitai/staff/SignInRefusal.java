package org.leitai.staff;

import org.leitai.kernel.Refusal;

/** Why a sign-in is refused 登录被拒. */
enum SignInRefusal implements Refusal {
    /** Name or password; which of the two is nobody's business. */
    WRONG("staff.sign-in.wrong", 401),
    THROTTLED("staff.sign-in.throttled", 429),
    BUSY("staff.sign-in.busy", 503);

    private final String code;
    private final int status;

    SignInRefusal(String code, int status) {
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
