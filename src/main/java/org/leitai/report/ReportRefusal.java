package org.leitai.report;

import org.leitai.kernel.Refusal;

/** Why a form of the desk is refused before the contest is asked. */
enum ReportRefusal implements Refusal {
    REASON_MISSING("report.reason-missing", 422),
    REASON_TOO_LONG("report.reason-too-long", 422),
    END_MISSING("report.end-missing", 422),
    /** Somebody else moved it while the page was open. */
    END_MOVED("report.end-moved", 409),
    BAD_CODE("report.bad-code", 422),
    /** A title, a name: 1 to 80 characters. */
    BAD_TITLE("report.bad-title", 422);

    private final String code;
    private final int status;

    ReportRefusal(String code, int status) {
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
