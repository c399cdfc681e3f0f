package org.leitai.report;

import java.time.Instant;

/** What was decided about a round 变更记录: who, when, why. */
final class History {

    private History() {}

    /** @param closes the end that was set */
    record WindowChange(Instant closes, String author, String reason, Instant at) {}

    record SheetVersion(int version, String author, String reason, Instant at) {}
}
