package org.leitai.finals.log;

import org.leitai.kernel.Refusal;

/** Why a request about the log of a match is refused. */
enum LogRefusal implements Refusal {
    REASON_MISSING("finals.log.reason-missing", 422),
    /** The match has moved on since the page was shown. */
    MOVED_ON("finals.log.moved-on", 409),
    PAPER_TEAM("finals.log.paper-team", 422),
    PAPER_SEGMENT("finals.log.paper-segment", 422),
    PAPER_QUESTION("finals.log.paper-question", 422),
    PAPER_POINTS("finals.log.paper-points", 422),
    PAPER_REASON("finals.log.paper-reason", 422),
    /** Dropped, confirmed already, or never typed in. */
    PAPER_GONE("finals.log.paper-gone", 409),
    /** Who typed it in may not confirm it. */
    PAPER_OWN("finals.log.paper-own", 403),
    ALREADY_HANDED_OUT("finals.log.already-handed-out", 409),
    /** There are none, or they are sealed: the hall could not play. */
    NO_QUESTIONS("finals.log.no-questions", 409),
    NOT_HANDED_OUT("finals.log.not-handed-out", 409),
    /** No file was chosen. */
    NO_FILE("finals.log.no-file", 422);

    private final String code;
    private final int status;

    LogRefusal(String code, int status) {
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
