package org.leitai.finals.rules;

import java.util.Objects;
import org.leitai.kernel.Points;

/**
 * What a question brings 分值. Deductions are negative.
 *
 * @param timeout no answer in time; left out: as wrong
 * @param foul prompting, false start and the like; left out: nothing
 * @param partial for a part of the answer, such as one key point; null: partly right is wrong
 */
public record Figures(Points right, Points wrong, Points timeout, Points foul, Points partial) {

    public static final Figures NONE = new Figures(null, null, null, null, null);

    public Figures {
        right = Objects.requireNonNullElse(right, Points.ZERO);
        wrong = Objects.requireNonNullElse(wrong, Points.ZERO);
        timeout = Objects.requireNonNullElse(timeout, wrong);
        foul = Objects.requireNonNullElse(foul, Points.ZERO);
    }

    public static Figures of(Points right, Points wrong) {
        return new Figures(right, wrong, null, null, null);
    }
}
