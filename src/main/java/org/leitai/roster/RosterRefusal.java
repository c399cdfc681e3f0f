package org.leitai.roster;

import org.leitai.kernel.Refusal;

/** Why a registration or a sign-in is refused. */
enum RosterRefusal implements Refusal {
    NAME_INVALID("roster.name-invalid", 422),
    PHONE_INVALID("roster.phone-invalid", 422),
    UNIT_INVALID("roster.unit-invalid", 422),
    PRIVACY_MISSING("roster.privacy-missing", 422),
    PHONE_TAKEN("roster.phone-taken", 409),
    /** The same for an unknown phone and for a wrong code. */
    SIGN_IN_WRONG("roster.sign-in-wrong", 422),
    TOO_MANY("roster.too-many", 429);

    private final String code;
    private final int status;

    RosterRefusal(String code, int status) {
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
