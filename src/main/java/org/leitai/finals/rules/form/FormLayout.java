package org.leitai.finals.rules.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leitai.finals.rules.AfterWrong;
import org.leitai.finals.rules.Averaging;
import org.leitai.finals.rules.BuzzOpening;
import org.leitai.finals.rules.DeadHeatRule;
import org.leitai.finals.rules.FoulPolicy;
import org.leitai.finals.rules.LifelineScope;
import org.leitai.finals.rules.NobodyBuzzes;
import org.leitai.finals.rules.PersonalPoints;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.TieKey;
import org.leitai.finals.rules.TurnOrder;
import org.leitai.finals.rules.WhoAnswers;

/** The fields of the form, in groups 表单布局. A segment shows what its kind has use for, and whatever else is set. Pure. */
public final class FormLayout {

    /** Types of questions that the form offers; others are shown where a file has brought them. */
    private static final List<String> TYPES = List.of("single", "multiple", "true-false", "fill-in", "short");

    private FormLayout() {}

    public static List<Group> match(RulesFields fields) {
        var maker = new FieldMaker(fields.match(), "", name -> true);
        var groups = new ArrayList<Group>();
        groups.add(group(
                "match",
                maker.text("title")
                        .number("teams", "members", "startScore", "floor")
                        .choice("foul", "foul", FoulPolicy.class, FoulPolicy.LOCK_OUT)
                        .choice("personal", "personal", PersonalPoints.class, null)
                        .made()));
        int keys = Math.min(Rows.count(fields.match(), "tieBreak") + 1, TieKey.values().length);
        for (int i = 1; i <= keys; i++) {
            maker.choiceOrNone("tieBreak[" + i + "]", "tieBreak", "tie", TieKey.class, "tie.none");
        }
        groups.add(group("tie", maker.made()));
        groups.add(folded("heats", maker.number("heats.groups", "heats.advance").made()));
        groups.add(lifelines(maker));
        return groups;
    }

    /** @param number from 1 */
    public static List<Group> segment(RulesFields fields, int number) {
        Map<String, String> typed = fields.segments().get(number - 1);
        SegmentKind kind = SegmentLayout.kind(typed).orElse(SegmentKind.REQUIRED);
        boolean buzzed = kind == SegmentKind.BUZZER || typed.containsKey("buzz");
        var maker = new FieldMaker(typed, "segments[" + number + "].", name -> offers(kind, buzzed, name));
        var groups = new ArrayList<Group>();
        groups.add(group(
                "basic",
                maker.hidden("code")
                        .hidden(RulesFields.WAS)
                        .text("title")
                        .choice("kind", "kind", SegmentKind.class, null)
                        .number("questions", "passes")
                        .made()));
        String right = kind == SegmentKind.JUDGED ? "points.most" : "points.right";
        groups.add(group("points", maker.figures("points.", right).made()));
        groups.add(risk(maker));
        groups.add(group(
                "seconds",
                maker.number("seconds.think", "seconds.startWithin", "seconds.answer", "seconds.set", "seconds.nobody")
                        .made()));
        groups.add(turns(maker, kind));
        groups.add(buzz(maker, kind));
        groups.addAll(panel(maker));
        groups.add(group(
                "after",
                maker.choice("afterWrong", "after", AfterWrong.class, null)
                        .number("attempts")
                        .made()));
        groups.add(folded("steal", maker.figures("steal.", "points.right").made()));
        groups.add(types(maker, typed, kind));
        groups.add(lifelines(maker));
        return groups.stream().filter(group -> !group.isEmpty()).toList();
    }

    private static boolean offers(SegmentKind kind, boolean buzzed, String name) {
        boolean ofBuzz = name.startsWith("buzz.") || name.equals("seconds.answer") || name.equals("seconds.nobody");
        return ofBuzz ? buzzed : SegmentLayout.fits(kind, name);
    }

    private static Group turns(FieldMaker maker, SegmentKind kind) {
        return group(
                "turns",
                maker.choice(
                                "who",
                                "who",
                                WhoAnswers.class,
                                SegmentLayout.plain(kind).who())
                        .choice("order", "order", TurnOrder.class, null)
                        .text("players")
                        .number("entrants")
                        .flag("optional")
                        .made());
    }

    private static Group buzz(FieldMaker maker, SegmentKind kind) {
        if (kind != SegmentKind.BUZZER) {
            maker.flag("buzz");
        }
        return group(
                "buzz",
                maker.choice("buzz.opening", "opening", BuzzOpening.class, null)
                        .choiceOrNone("buzz.foul", "buzz.foul", "foul", FoulPolicy.class, "foul.none")
                        .choice("buzz.nobody", "nobody", NobodyBuzzes.class, null)
                        .choice("buzz.deadHeat", "dead-heat", DeadHeatRule.class, null)
                        .number("buzz.barAfter")
                        .flag("buzz.lagCompensation")
                        .made());
    }

    private static Group risk(FieldMaker maker) {
        return new Group(
                "risk",
                false,
                List.of(),
                maker.rows(
                        "risk",
                        at -> List.of(
                                maker.cell(at + "value", "risk.value", Field.Input.NUMBER),
                                maker.cell(at + "wrong", "risk.wrong", Field.Input.NUMBER),
                                maker.cell(at + "think", "risk.think", Field.Input.NUMBER),
                                maker.cell(at + "perTeam", "risk.perTeam", Field.Input.NUMBER),
                                maker.cell(at + "inAll", "risk.inAll", Field.Input.NUMBER))));
    }

    private static List<Group> panel(FieldMaker maker) {
        List<Field> fields = maker.number("panel.judges")
                .choice("panel.averaging", "averaging", Averaging.class, null)
                .made();
        return List.of(
                group("panel", fields),
                new Group(
                        "parts",
                        false,
                        List.of(),
                        maker.rows(
                                "panel.parts",
                                at -> List.of(
                                        maker.cell(at + "name", "parts.name", Field.Input.TEXT),
                                        maker.cell(at + "max", "parts.max", Field.Input.NUMBER),
                                        maker.cell(at + "weight", "parts.weight", Field.Input.NUMBER)))),
                new Group(
                        "grades",
                        true,
                        List.of(),
                        maker.rows(
                                "panel.grades",
                                at -> List.of(
                                        maker.cell(at + "name", "grades.name", Field.Input.TEXT),
                                        maker.cell(at + "points", "grades.points", Field.Input.NUMBER)))));
    }

    private static Group types(FieldMaker maker, Map<String, String> typed, SegmentKind kind) {
        Set<String> codes = new LinkedHashSet<>(SegmentLayout.fits(kind, "byType") ? TYPES : List.of());
        codes.addAll(SegmentReading.types(typed.keySet().stream()).toList());
        List<List<Field>> rows = codes.stream()
                .map(code -> {
                    String at = "byType." + code + ".";
                    var row = new ArrayList<Field>();
                    row.add(new Field("", "type", Field.Input.TEXT, "", List.of(new Field.Option("", code))));
                    for (String figure : List.of("right", "wrong", "timeout", "foul", "partial")) {
                        row.add(maker.cell(at + "points." + figure, "points." + figure, Field.Input.NUMBER));
                    }
                    row.add(maker.cell(at + "think", "seconds.think", Field.Input.NUMBER));
                    return List.copyOf(row);
                })
                .toList();
        return new Group("types", true, List.of(), rows);
    }

    private static Group lifelines(FieldMaker maker) {
        return new Group("lifelines", true, List.of(), maker.rows("lifelines", at -> {
            Field scope = maker.cell(at + "scope", "lifelines.scope", Field.Input.CHOICE);
            return List.of(
                    maker.cell(at + "code", "lifelines.code", Field.Input.HIDDEN),
                    maker.cell(at + "title", "lifelines.title", Field.Input.TEXT),
                    maker.cell(at + "count", "lifelines.count", Field.Input.NUMBER),
                    new Field(scope.name(), scope.label(), scope.input(), scope.value(), scopes()),
                    maker.cell(at + "seconds", "lifelines.seconds", Field.Input.NUMBER),
                    maker.cell(at + "restartsClock", "lifelines.restartsClock", Field.Input.FLAG));
        }));
    }

    /** The usual one is empty, so that an unused row stays empty. */
    private static List<Field.Option> scopes() {
        return Arrays.stream(LifelineScope.values())
                .map(scope -> new Field.Option(
                        scope == LifelineScope.MATCH ? "" : RulesWriting.name(scope),
                        "scope." + RulesWriting.name(scope)))
                .toList();
    }

    private static Group group(String key, List<Field> fields) {
        return new Group(key, false, fields, List.of());
    }

    private static Group folded(String key, List<Field> fields) {
        return new Group(key, true, fields, List.of());
    }
}
