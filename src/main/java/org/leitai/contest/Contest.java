package org.leitai.contest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leitai.kernel.ContestId;

/**
 * A contest 竞赛: rounds in order.
 *
 * @param code its name in addresses, such as {@code yd-2026}
 */
public record Contest(ContestId id, String code, String title, String organizer, List<Round> rounds) {

    public Optional<Round> round(int ordinal) {
        return rounds.stream().filter(round -> round.ordinal() == ordinal).findFirst();
    }

    /** The round that people come for at this instant: the one under way, else the next, else the last. */
    public Round currentRound(Instant now) {
        return rounds.stream()
                .filter(round -> now.isBefore(round.window().closes()))
                .findFirst()
                .orElseGet(rounds::getLast);
    }
}
