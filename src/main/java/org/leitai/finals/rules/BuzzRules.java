package org.leitai.finals.rules;

import java.util.Objects;

/**
 * How a segment is buzzed 抢答规则.
 *
 * @param foul null: as in the rules of the match
 * @param barAfter so many failed answers bar a team from the rest of the segment; null: never
 * @param lagCompensation whether measured round trips count, capped at 50 ms; off unless said
 */
public record BuzzRules(
        BuzzOpening opening,
        FoulPolicy foul,
        Integer barAfter,
        NobodyBuzzes nobody,
        DeadHeatRule deadHeat,
        Boolean lagCompensation) {

    public BuzzRules {
        opening = Objects.requireNonNullElse(opening, BuzzOpening.AFTER_WORD);
        nobody = Objects.requireNonNullElse(nobody, NobodyBuzzes.VOID);
        deadHeat = Objects.requireNonNullElse(deadHeat, DeadHeatRule.EARLIEST);
        lagCompensation = Objects.requireNonNullElse(lagCompensation, false);
    }
}
