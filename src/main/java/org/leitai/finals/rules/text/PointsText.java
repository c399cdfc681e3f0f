package org.leitai.finals.rules.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.leitai.finals.rules.ByType;
import org.leitai.finals.rules.Figures;
import org.leitai.finals.rules.RiskValue;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.kernel.Points;

/** What questions bring, in plain words. Deductions are said as positive numbers: 扣 10 分. Pure. */
final class PointsText {

    /** Types of questions that have a name; of others the code is printed as it was typed. */
    static final Set<String> NAMED_TYPES = Set.of("single", "multiple", "true-false", "fill-in", "short");

    private PointsText() {}

    static boolean deducts(Segment segment) {
        return segment.risk().stream().anyMatch(value -> negative(value.wrong()))
                || deducts(segment.points())
                || segment.steal() != null && deducts(segment.steal())
                || segment.byType().values().stream().anyMatch(type -> type.points() != null && deducts(type.points()));
    }

    static List<Phrase> lines(Segment segment) {
        var lines = new ArrayList<Phrase>();
        if (!segment.risk().isEmpty()) {
            lines.add(Phrase.of("risk"));
            segment.risk().forEach(value -> lines.add(risk(value)));
            rest(segment.points()).ifPresent(lines::add);
        } else if (segment.kind() == SegmentKind.JUDGED) {
            if (positive(segment.points().right())) {
                lines.add(Phrase.of("judged-most", segment.points().right()));
            }
            rest(segment.points()).ifPresent(lines::add);
        } else {
            lines.add(Phrase.of("figures", figures(segment.points())));
        }
        Map<String, ByType> types = new TreeMap<>(segment.byType());
        types.forEach((code, type) -> byType(code, type).ifPresent(lines::add));
        return lines;
    }

    static Phrase.Row figures(Figures figures) {
        var parts = new ArrayList<Phrase>();
        parts.add(change("right", figures.right()));
        if (figures.partial() != null) {
            parts.add(change("partial", figures.partial()));
        }
        if (figures.timeout().equals(figures.wrong())) {
            parts.add(change("wrong-or-late", figures.wrong()));
        } else {
            parts.add(change("wrong", figures.wrong()));
            parts.add(change("late", figures.timeout()));
        }
        if (negative(figures.foul())) {
            parts.add(change("fouled", figures.foul()));
        }
        return Phrase.row(parts, "semicolon");
    }

    /** What a chosen value or the judges do not settle. */
    private static Optional<Phrase> rest(Figures figures) {
        var parts = new ArrayList<Phrase>();
        if (figures.partial() != null) {
            parts.add(change("partial", figures.partial()));
        }
        if (negative(figures.foul())) {
            parts.add(change("fouled", figures.foul()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Phrase.of("figures", Phrase.row(parts, "semicolon")));
    }

    private static Phrase risk(RiskValue value) {
        var parts = new ArrayList<Phrase>();
        parts.add(change("right", value.value()));
        parts.add(change("wrong-or-late", value.wrong()));
        if (value.think() != null) {
            parts.add(Phrase.of("risk-think", value.think()));
        }
        if (value.perTeam() != null) {
            parts.add(Phrase.of("risk-per-team", value.perTeam()));
        }
        if (value.inAll() != null) {
            parts.add(Phrase.of("risk-in-all", value.inAll()));
        }
        return Phrase.of("risk-value", value.value(), Phrase.row(parts, "semicolon"));
    }

    private static Optional<Phrase> byType(String code, ByType type) {
        Phrase name = NAMED_TYPES.contains(code) ? Phrase.of("type." + code) : Phrase.of("type", code);
        if (type.points() != null && type.think() != null) {
            return Optional.of(Phrase.of("by-type-both", name, figures(type.points()), type.think()));
        }
        if (type.points() != null) {
            return Optional.of(Phrase.of("by-type-points", name, figures(type.points())));
        }
        return Optional.ofNullable(type.think()).map(think -> Phrase.of("by-type-think", name, think));
    }

    /** For what happened: so many points more, less, or none. */
    private static Phrase change(String what, Points points) {
        Phrase happened = Phrase.of("if." + what);
        if (positive(points)) {
            return Phrase.of("plus", happened, points);
        }
        return negative(points)
                ? Phrase.of("minus", happened, Points.ZERO.minus(points))
                : Phrase.of(what.equals("right") || what.equals("partial") ? "none" : "no-loss", happened);
    }

    private static boolean deducts(Figures figures) {
        return negative(figures.wrong()) || negative(figures.timeout()) || negative(figures.foul());
    }

    private static boolean positive(Points points) {
        return points.compareTo(Points.ZERO) > 0;
    }

    private static boolean negative(Points points) {
        return points.compareTo(Points.ZERO) < 0;
    }
}
