package org.leitai.staff;

import org.leitai.kernel.Refusal;

/** Why a new password is refused 密码被拒. */
enum PasswordRefusal implements Refusal {
    OLD_WRONG("staff.password.old-wrong", 422, "old"),
    TOO_SHORT("staff.password.too-short", 422, "new"),
    TOO_LONG("staff.password.too-long", 422, "new"),
    SAME_AS_OLD("staff.password.same-as-old", 422, "new"),
    LIKE_USERNAME("staff.password.like-username", 422, "new"),
    TYPED_DIFFERENTLY("staff.password.typed-differently", 422, "again"),
    THROTTLED("staff.sign-in.throttled", 429, ""),
    BUSY("staff.sign-in.busy", 503, "");

    private final String code;
    private final int status;
    private final String field;

    PasswordRefusal(String code, int status, String field) {
        this.code = code;
        this.status = status;
        this.field = field;
    }

    /** Name of the form's field to blame; empty when none is. */
    String field() {
        return field;
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
