package org.leitai.finals.rules.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.leitai.finals.rules.AfterWrong;
import org.leitai.finals.rules.BuzzRules;
import org.leitai.finals.rules.Figures;
import org.leitai.finals.rules.JudgePanel;
import org.leitai.finals.rules.Lifeline;
import org.leitai.finals.rules.LifelineScope;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.RiskValue;
import org.leitai.finals.rules.Seconds;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.TurnOrder;
import org.leitai.kernel.Points;

/** Rules → fields. What follows from another field by itself stays empty, so that it goes on following. Pure. */
final class RulesWriting {

    static final String ON = "on";

    private final Map<String, String> fields = new LinkedHashMap<>();

    private RulesWriting() {}

    static Map<String, String> match(MatchRules rules) {
        var writing = new RulesWriting();
        writing.put("title", rules.title());
        writing.put("teams", rules.teams());
        writing.put("members", rules.members());
        writing.put("startScore", rules.startScore());
        writing.put("floor", rules.floor());
        writing.put("foul", rules.foul());
        writing.put("personal", rules.personal());
        if (rules.heats() != null) {
            writing.put("heats.groups", rules.heats().groups());
            writing.put("heats.advance", rules.heats().advance());
        }
        for (int i = 0; i < rules.tieBreak().size(); i++) {
            writing.put("tieBreak[" + (i + 1) + "]", rules.tieBreak().get(i));
        }
        writing.lifelines(rules.lifelines());
        return writing.fields;
    }

    static Map<String, String> segment(Segment segment) {
        var writing = new RulesWriting();
        writing.put("code", segment.code());
        writing.put("title", segment.title());
        writing.put("kind", segment.kind());
        writing.put(RulesFields.WAS, segment.kind());
        writing.put("questions", segment.questions());
        writing.put("passes", segment.passes());
        writing.turns(segment);
        if (!segment.points().equals(Figures.NONE)) {
            writing.figures("points.", segment.points());
            writing.forget(segment.kind(), "points.wrong", Points.ZERO);
        }
        segment.byType().forEach((code, type) -> {
            writing.figures("byType." + code + ".points.", type.points());
            writing.put("byType." + code + ".think", type.think());
        });
        writing.figures("steal.", segment.steal());
        writing.risk(segment.risk());
        writing.seconds(segment.seconds());
        writing.buzz(segment.kind(), segment.buzz());
        writing.put("afterWrong", segment.afterWrong());
        writing.forget(segment.kind(), "afterWrong", AfterWrong.NEXT_QUESTION);
        writing.put("attempts", segment.attempts());
        writing.panel(segment.panel());
        writing.lifelines(segment.lifelines());
        return writing.fields;
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void turns(Segment segment) {
        put("who", segment.who());
        forget(segment.kind(), "who", SegmentLayout.plain(segment.kind()).who());
        put("order", segment.order());
        forget(segment.kind(), "order", TurnOrder.SEAT);
        put("optional", segment.optional() ? ON : null);
        put(
                "players",
                segment.players().isEmpty()
                        ? null
                        : segment.players().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        put("entrants", segment.entrants());
    }

    private void figures(String at, Figures figures) {
        if (figures == null) {
            return;
        }
        put(at + "right", figures.right());
        put(at + "wrong", figures.wrong());
        put(at + "timeout", figures.timeout().equals(figures.wrong()) ? null : figures.timeout());
        put(at + "foul", figures.foul().equals(Points.ZERO) ? null : figures.foul());
        put(at + "partial", figures.partial());
    }

    private void risk(List<RiskValue> values) {
        for (int i = 0; i < values.size(); i++) {
            RiskValue value = values.get(i);
            String at = "risk[" + (i + 1) + "].";
            put(at + "value", value.value());
            put(at + "wrong", value.wrong().equals(Points.ZERO.minus(value.value())) ? null : value.wrong());
            put(at + "think", value.think());
            put(at + "perTeam", value.perTeam());
            put(at + "inAll", value.inAll());
        }
    }

    private void seconds(Seconds seconds) {
        put("seconds.think", seconds.think());
        put("seconds.startWithin", seconds.startWithin());
        put("seconds.answer", seconds.answer());
        put("seconds.set", seconds.set());
        put("seconds.nobody", seconds.nobody());
    }

    private void buzz(SegmentKind kind, BuzzRules buzz) {
        if (buzz == null) {
            return;
        }
        put("buzz", kind == SegmentKind.BUZZER ? null : ON);
        put("buzz.opening", buzz.opening());
        put("buzz.foul", buzz.foul());
        put("buzz.barAfter", buzz.barAfter());
        put("buzz.nobody", buzz.nobody());
        put("buzz.deadHeat", buzz.deadHeat());
        put("buzz.lagCompensation", buzz.lagCompensation() ? ON : null);
    }

    private void panel(JudgePanel panel) {
        if (panel == null) {
            return;
        }
        put("panel.judges", panel.judges());
        put("panel.averaging", panel.averaging());
        for (int i = 0; i < panel.parts().size(); i++) {
            JudgePanel.JudgePart part = panel.parts().get(i);
            put("panel.parts[" + (i + 1) + "].name", part.name());
            put("panel.parts[" + (i + 1) + "].max", part.max());
            put("panel.parts[" + (i + 1) + "].weight", part.weight() == 100 ? null : part.weight());
        }
        for (int i = 0; i < panel.grades().size(); i++) {
            put("panel.grades[" + (i + 1) + "].name", panel.grades().get(i).name());
            put("panel.grades[" + (i + 1) + "].points", panel.grades().get(i).points());
        }
    }

    private void lifelines(List<Lifeline> lifelines) {
        for (int i = 0; i < lifelines.size(); i++) {
            Lifeline lifeline = lifelines.get(i);
            String at = "lifelines[" + (i + 1) + "].";
            put(at + "code", lifeline.code());
            put(at + "title", lifeline.title());
            put(at + "count", lifeline.count());
            put(at + "scope", lifeline.scope() == LifelineScope.MATCH ? null : lifeline.scope());
            put(at + "seconds", lifeline.seconds());
            put(at + "restartsClock", lifeline.restartsClock() ? ON : null);
        }
    }

    /** What a kind has no use for is not shown where it says no more than what holds anyway. */
    private void forget(SegmentKind kind, String name, Object usual) {
        String text = usual instanceof Enum<?> constant ? name(constant) : usual.toString();
        if (!SegmentLayout.fits(kind, name)) {
            fields.remove(name, text);
        }
    }

    private void put(String name, Object value) {
        switch (value) {
            case null -> {}
            case Enum<?> constant -> fields.put(name, name(constant));
            default -> fields.put(name, value.toString());
        }
    }
}
