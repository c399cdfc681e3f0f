package org.leitai.roster;

/** What a person can agree to, and withdraw 同意事项. */
enum Consent {
    PRIVACY("privacy"),
    FULL_NAME("full-name");

    /** Of the texts {@code roster.notice.*}: a new version for every change of their meaning. */
    static final String VERSION = "2026-11";

    private final String kind;

    Consent(String kind) {
        this.kind = kind;
    }

    /** As the table has it. */
    String kind() {
        return kind;
    }
}
