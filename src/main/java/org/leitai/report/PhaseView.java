package org.leitai.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.leitai.contest.Phase;
import org.leitai.contest.Round;

/**
 * What a round is doing now, and until when 当前阶段.
 *
 * @param name end of the text keys {@code report.phase.…} and {@code report.until.…}
 * @param untilMillis epoch milliseconds; null when nothing more will happen by itself
 */
record PhaseView(String name, Long untilMillis) {

    static PhaseView of(Round round, Instant now, ZoneId zone) {
        Phase phase = round.phase(now, zone);
        return new PhaseView(
                phase.name().toLowerCase(Locale.ROOT), phase == Phase.CLOSED ? null : until(round, now, zone));
    }

    /** A rest on the last day ends with the round. */
    private static Long until(Round round, Instant now, ZoneId zone) {
        Instant next = round.phaseEnds(now, zone);
        Instant closes = round.window().closes();
        return (next.isBefore(closes) ? next : closes).toEpochMilli();
    }
}
