package org.leitai.contest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.leitai.kernel.RoundId;
import org.leitai.kernel.TimeWindow;

/**
 * A round of a contest 赛段.
 *
 * @param ruleSheetId the version of the rule sheet in force, by which new attempts are drawn
 * @param window as it stands now, changes by the organizer included
 */
public record Round(
        RoundId id, String contest, int ordinal, String title, long ruleSheetId, RuleSheet sheet, TimeWindow window) {

    public Phase phase(Instant now, ZoneId zone) {
        return sheet.phase(window, now, zone);
    }

    /** What the phase ends with: the opening, the close, or the next day's opening. */
    public Instant phaseEnds(Instant now, ZoneId zone) {
        return switch (phase(now, zone)) {
            case UPCOMING -> window.opens();
            case OPEN, CLOSED -> window.closes();
            case RESTING -> sheet.daily().nextOpening(now, zone);
        };
    }

    /** Until when a result can still change by itself: the last answer's grace and the time it may have waited to be written. */
    public Instant settled() {
        return window.closes().plus(RuleSheet.GRACE).plus(Duration.ofSeconds(10));
    }
}
