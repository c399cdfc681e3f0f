package org.leitai.staff;

import org.leitai.kernel.Refusal;

/** Why an account is not opened or changed 账户被拒. */
enum AccountRefusal implements Refusal {
    BAD_USERNAME("staff.accounts.bad-username", 422, "username"),
    USERNAME_TAKEN("staff.accounts.username-taken", 409, "username"),
    BAD_NAME("staff.accounts.bad-name", 422, "name"),
    NO_ROLE("staff.accounts.no-role", 422, "roles"),
    NO_REASON("staff.accounts.no-reason", 422, "reason"),
    /** Somebody must be left who can open accounts. */
    LAST_ADMIN("staff.accounts.last-admin", 409, "roles"),
    /** Nobody takes the ground from under their own feet. */
    OWN_ACCOUNT("staff.accounts.own", 409, "act");

    private final String code;
    private final int status;
    private final String field;

    AccountRefusal(String code, int status, String field) {
        this.code = code;
        this.status = status;
        this.field = field;
    }

    /** Name of the form's field to blame. */
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
