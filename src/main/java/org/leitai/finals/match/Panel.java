package org.leitai.finals.match;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leitai.finals.rules.Averaging;
import org.leitai.finals.rules.JudgePanel;
import org.leitai.finals.rules.JudgePanel.Grade;
import org.leitai.finals.rules.JudgePanel.JudgePart;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.kernel.Points;

/** What the scores of judges come to 评委打分. Exact: rounded once, half up, to a hundredth. Pure. */
public final class Panel {

    private static final JudgePanel PLAIN = new JudgePanel(null, null, null, null);

    private Panel() {}

    /** How many judges the rules have a place for; null: as many as give a score. */
    public static Integer places(Segment segment) {
        return panel(segment).judges();
    }

    /** Whether the judges' scores are there: all, where their number is known, else at least one. */
    public static boolean complete(MatchState state) {
        Segment segment = state.segment().orElse(null);
        if (segment == null || state.question() == null || segment.kind() != SegmentKind.JUDGED) {
            return false;
        }
        int wanted = places(segment) == null ? 1 : places(segment);
        return state.question().judged().size() >= wanted;
    }

    static boolean allows(Segment segment, Map<String, Points> given) {
        List<JudgePart> parts = parts(segment);
        Set<String> names = parts.stream().map(JudgePart::name).collect(Collectors.toSet());
        if (given == null || !given.keySet().equals(names)) {
            return false;
        }
        List<Points> grades =
                panel(segment).grades().stream().map(Grade::points).toList();
        return parts.stream().allMatch(part -> {
            Points points = given.get(part.name());
            return points != null
                    && (grades.isEmpty()
                            ? points.compareTo(Points.ZERO) >= 0 && points.compareTo(part.max()) <= 0
                            : grades.contains(points));
        });
    }

    /** @param judged by judge; at least one */
    public static Points points(Segment segment, Collection<Map<String, Points>> judged) {
        List<BigDecimal> sums =
                judged.stream().map(given -> sum(segment, given)).sorted().toList();
        boolean cut = panel(segment).averaging() == Averaging.MEAN_WITHOUT_EXTREMES && sums.size() >= 3;
        List<BigDecimal> counted = cut ? sums.subList(1, sums.size() - 1) : sums;
        BigDecimal total = counted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Points(total.divide(BigDecimal.valueOf(100L * counted.size()), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** In hundredths of a hundredth, because weights are in percent. */
    private static BigDecimal sum(Segment segment, Map<String, Points> given) {
        return parts(segment).stream()
                .map(part -> BigDecimal.valueOf(given.get(part.name()).hundredths())
                        .multiply(BigDecimal.valueOf(part.weight())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is judged; where the rules name no parts, one without a name. */
    public static List<JudgePart> parts(Segment segment) {
        List<JudgePart> parts = panel(segment).parts();
        return parts.isEmpty() ? List.of(new JudgePart("", segment.points().right(), null)) : parts;
    }

    public static JudgePanel panel(Segment segment) {
        return segment.panel() == null ? PLAIN : segment.panel();
    }
}
