package org.leitai.report;

import java.util.Optional;

/** The reason that every change asks for 理由: 1 to 200 characters, as the table has it. */
final class Reason {

    static final int LONGEST = 200;

    private Reason() {}

    static Optional<ReportRefusal> fault(String stripped) {
        if (stripped.isEmpty()) {
            return Optional.of(ReportRefusal.REASON_MISSING);
        }
        return stripped.codePointCount(0, stripped.length()) > LONGEST
                ? Optional.of(ReportRefusal.REASON_TOO_LONG)
                : Optional.empty();
    }
}
