package org.leitai.finals.rules.form;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leitai.finals.rules.AfterWrong;
import org.leitai.finals.rules.Averaging;
import org.leitai.finals.rules.BuzzOpening;
import org.leitai.finals.rules.BuzzRules;
import org.leitai.finals.rules.ByType;
import org.leitai.finals.rules.DeadHeatRule;
import org.leitai.finals.rules.Figures;
import org.leitai.finals.rules.FoulPolicy;
import org.leitai.finals.rules.JudgePanel;
import org.leitai.finals.rules.NobodyBuzzes;
import org.leitai.finals.rules.RiskValue;
import org.leitai.finals.rules.Seconds;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.TurnOrder;
import org.leitai.finals.rules.WhoAnswers;

/** The fields of one segment → segment. Pure. */
final class SegmentReading {

    private static final Pattern TYPE =
            Pattern.compile("byType\\.(.{1,60})\\.(?:points\\.(?:right|wrong|timeout|foul|partial)|think)");

    private final FieldReader fields;

    private SegmentReading(FieldReader fields) {
        this.fields = fields;
    }

    static Segment of(FieldReader fields) {
        return new SegmentReading(fields).segment();
    }

    private Segment segment() {
        SegmentKind kind = fields.choice("kind", SegmentKind.class);
        return new Segment(
                fields.text("code"),
                fields.text("title"),
                kind,
                fields.whole("questions"),
                fields.whole("passes"),
                figures("points."),
                byType(),
                figures("steal."),
                risk(),
                seconds(),
                fields.choice("who", WhoAnswers.class),
                fields.list("players"),
                fields.whole("entrants"),
                fields.choice("order", TurnOrder.class),
                fields.flag("optional"),
                buzz(kind),
                fields.choice("afterWrong", AfterWrong.class),
                fields.whole("attempts"),
                panel(),
                RulesReading.lifelines(fields));
    }

    /** Null when none of them was typed. */
    private Figures figures(String at) {
        return fields.any(at)
                ? new Figures(
                        fields.points(at + "right"),
                        fields.points(at + "wrong"),
                        fields.points(at + "timeout"),
                        fields.points(at + "foul"),
                        fields.points(at + "partial"))
                : null;
    }

    private Map<String, ByType> byType() {
        Map<String, ByType> types = new TreeMap<>();
        types(fields.names()).forEach(code -> {
            String at = "byType." + code + ".";
            types.computeIfAbsent(code, one -> new ByType(figures(at + "points."), fields.whole(at + "think")));
        });
        return types;
    }

    /** The types of questions that fields speak of. */
    static Stream<String> types(Stream<String> names) {
        return names.map(TYPE::matcher)
                .filter(Matcher::matches)
                .map(type -> type.group(1))
                .distinct();
    }

    private List<RiskValue> risk() {
        return RulesReading.rows(fields, "risk").stream()
                .map(at -> new RiskValue(
                        fields.points(at + ".value"),
                        fields.points(at + ".wrong"),
                        fields.whole(at + ".think"),
                        fields.whole(at + ".perTeam"),
                        fields.whole(at + ".inAll")))
                .toList();
    }

    private Seconds seconds() {
        return new Seconds(
                fields.whole("seconds.think"),
                fields.whole("seconds.startWithin"),
                fields.whole("seconds.answer"),
                fields.whole("seconds.set"),
                fields.whole("seconds.nobody"));
    }

    private BuzzRules buzz(SegmentKind kind) {
        return kind == SegmentKind.BUZZER || fields.flag("buzz")
                ? new BuzzRules(
                        fields.choice("buzz.opening", BuzzOpening.class),
                        fields.choice("buzz.foul", FoulPolicy.class),
                        fields.whole("buzz.barAfter"),
                        fields.choice("buzz.nobody", NobodyBuzzes.class),
                        fields.choice("buzz.deadHeat", DeadHeatRule.class),
                        fields.flag("buzz.lagCompensation"))
                : null;
    }

    /** The mean of as many judges as there are needs no panel. */
    private JudgePanel panel() {
        var panel = new JudgePanel(
                fields.whole("panel.judges"),
                fields.choice("panel.averaging", Averaging.class),
                RulesReading.rows(fields, "panel.parts").stream()
                        .map(at -> new JudgePanel.JudgePart(
                                fields.text(at + ".name"), fields.points(at + ".max"), fields.whole(at + ".weight")))
                        .toList(),
                RulesReading.rows(fields, "panel.grades").stream()
                        .map(at -> new JudgePanel.Grade(fields.text(at + ".name"), fields.points(at + ".points")))
                        .toList());
        return panel.equals(new JudgePanel(null, null, null, null)) ? null : panel;
    }
}
