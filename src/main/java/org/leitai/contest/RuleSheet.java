package org.leitai.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.leitai.bank.Blueprint;
import org.leitai.kernel.TimeWindow;
import org.leitai.marking.PartialCredit;

/**
 * All that can be configured of a round 规则表. Data, not code; {@link RuleSheetFormat} reads, checks and writes it.
 *
 * @param window as first announced; what stands now is {@link Round#window()}
 * @param daily null: round the clock
 * @param paperClock time for the whole paper from its first delivery; null: only the round's end
 * @param questionClock time for each question from its delivery, one after the other, no way back; null: all at once
 * @param attempts how often a person may try
 * @param ranking the keys that decide, first to last; starts with the score
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleSheet(
        TimeWindow window,
        DailyHours daily,
        Blueprint blueprint,
        Shuffle shuffle,
        Duration paperClock,
        Duration questionClock,
        Allowance attempts,
        Counting counting,
        List<RankingKey> ranking,
        PartialCredit partialCredit,
        Reveal reveal,
        UnitBoard unitBoard) {

    /** Added to every deadline for the way from the phone to the server; published in the rules text. */
    public static final Duration GRACE = Duration.ofSeconds(2);

    public record Shuffle(boolean questions, boolean options) {}

    /**
     * Null means no limit.
     *
     * @param perDay in the contest's zone, midnight to midnight
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Allowance(Integer perDay, Integer total) {}

    /**
     * @param depth which level of the unit tree competes; 1 is the level below the federation
     * @param minimumParticipants units with fewer are listed below those that have them
     */
    public record UnitBoard(int depth, List<UnitKey> ranking, int minimumParticipants) {}

    public Phase phase(TimeWindow current, Instant now, ZoneId zone) {
        if (now.isBefore(current.opens())) {
            return Phase.UPCOMING;
        }
        if (!now.isBefore(current.closes())) {
            return Phase.CLOSED;
        }
        return daily == null || daily.contains(now, zone) ? Phase.OPEN : Phase.RESTING;
    }

    public Optional<Duration> paperTime() {
        return Optional.ofNullable(paperClock);
    }

    public Optional<Duration> questionTime() {
        return Optional.ofNullable(questionClock);
    }
}
