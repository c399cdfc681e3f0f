package org.leitai.finals.rules;

import java.util.List;
import java.util.Objects;
import org.leitai.kernel.Points;

/**
 * How judges give points 评分办法.
 *
 * @param judges how many; null: as many as give a score
 * @param parts what is judged; a judge's score is the sum of the parts by weight
 * @param grades the only points that a judge may give; empty: any up to the part's maximum
 */
public record JudgePanel(Integer judges, Averaging averaging, List<JudgePart> parts, List<Grade> grades) {

    public JudgePanel {
        averaging = Objects.requireNonNullElse(averaging, Averaging.MEAN);
        parts = parts == null ? List.of() : List.copyOf(parts);
        grades = grades == null ? List.of() : List.copyOf(grades);
    }

    /** @param weight in percent; left out: 100 */
    public record JudgePart(String name, Points max, Integer weight) {
        public JudgePart {
            weight = Objects.requireNonNullElse(weight, 100);
        }
    }

    /** 等级分, such as A for 30. */
    public record Grade(String name, Points points) {}
}
