package org.leitai.finals.rules;

import java.util.Objects;

/**
 * A help that a team may ask for 求助.
 *
 * @param code by which commands name it
 * @param count how often a team may use it
 * @param seconds for the help; null: no clock
 * @param restartsClock whether the clock of the question begins anew
 */
public record Lifeline(
        String code, String title, Integer count, LifelineScope scope, Integer seconds, Boolean restartsClock) {

    public Lifeline {
        count = Objects.requireNonNullElse(count, 1);
        scope = Objects.requireNonNullElse(scope, LifelineScope.MATCH);
        restartsClock = Objects.requireNonNullElse(restartsClock, false);
    }
}
