package org.leitai.finals.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.leitai.kernel.Points;

/** What must hold of the rules of a match beyond their form. Pure; lists every fault. */
public final class MatchRulesChecks {

    private static final int MOST_TEAMS = 30;
    private static final int MOST_MEMBERS = 30;
    private static final int MOST_SEGMENTS = 40;
    private static final int MOST_QUESTIONS = 200;
    private static final int MOST_PASSES = 50;
    private static final int LONGEST_SECONDS = 3600;
    private static final int LONGEST_TITLE = 80;
    private static final Points MOST_POINTS = Points.of(10_000);

    private final MatchRules rules;
    private final List<MatchRulesFault> faults = new ArrayList<>();

    private MatchRulesChecks(MatchRules rules) {
        this.rules = rules;
    }

    public static List<MatchRulesFault> faults(MatchRules rules) {
        var checks = new MatchRulesChecks(rules);
        checks.match();
        for (int i = 0; i < rules.segments().size(); i++) {
            checks.segment("segments[" + (i + 1) + "].", rules.segments().get(i));
        }
        return List.copyOf(checks.faults);
    }

    private void match() {
        title("title", rules.title());
        between("teams", rules.teams(), 1, MOST_TEAMS);
        between("members", rules.members(), 1, MOST_MEMBERS);
        size("startScore", rules.startScore());
        size("floor", rules.floor());
        require(
                rules.floor() == null || rules.floor().compareTo(rules.startScore()) <= 0,
                "floor",
                "finals.rules.floor-above-start");
        distinct("tieBreak", rules.tieBreak());
        require(!rules.segments().isEmpty(), "segments", "finals.rules.no-segment");
        require(rules.segments().size() <= MOST_SEGMENTS, "segments", "finals.rules.too-many", MOST_SEGMENTS);
        distinct(
                "segments",
                rules.segments().stream()
                        .map(Segment::code)
                        .filter(Objects::nonNull)
                        .toList());
        lifelines("lifelines", rules.lifelines());
        if (rules.heats() != null) {
            between("heats.groups", rules.heats().groups(), 1, MOST_TEAMS);
            between("heats.advance", rules.heats().advance(), 1, rules.teams());
        }
    }

    private void segment(String at, Segment segment) {
        title(at + "title", segment.title());
        if (segment.kind() == null) {
            fault(at + "kind", "finals.rules.missing");
            return;
        }
        between(at + "questions", segment.questions(), 0, MOST_QUESTIONS);
        between(at + "passes", segment.passes(), 1, MOST_PASSES);
        between(at + "entrants", segment.entrants(), 1, rules.teams());
        between(at + "attempts", segment.attempts(), 1, MOST_TEAMS);
        segment.players().forEach(player -> between(at + "players", player, 1, rules.members()));
        distinct(at + "players", segment.players());
        figures(at + "points.", segment.points());
        figures(at + "steal.", segment.steal());
        segment.byType().forEach((type, other) -> {
            figures(at + "byType." + type + ".points.", other.points());
            seconds(at + "byType." + type + ".think", other.think());
        });
        seconds(at, segment.seconds());
        risk(at, segment);
        panel(at, segment);
        lifelines(at + "lifelines", segment.lifelines());
        fit(at, segment);
    }

    /** What does not go together. */
    private void fit(String at, Segment segment) {
        boolean everybody = segment.who() == WhoAnswers.ALL_TEAMS;
        require(!segment.buzzed() || !everybody, at + "who", "finals.rules.buzz-and-all-teams");
        require(segment.kind() != SegmentKind.SLATE || everybody, at + "who", "finals.rules.slate-is-for-all");
        require(
                segment.kind() != SegmentKind.SPEED || segment.seconds().set() != null,
                at + "seconds.set",
                "finals.rules.speed-needs-set");
        require(
                segment.questions() > 0
                        || !segment.inTurn()
                        || segment.kind() == SegmentKind.PLAY_OFF
                        || segment.kind() == SegmentKind.DUEL,
                at + "questions",
                "finals.rules.questions-of-a-turn");
        boolean reopens =
                segment.afterWrong() == AfterWrong.REOPEN_TO_OTHERS || segment.afterWrong() == AfterWrong.REOPEN_TO_ALL;
        require(!reopens || segment.buzzed(), at + "afterWrong", "finals.rules.reopen-needs-buzz");
        require(
                segment.afterWrong() != AfterWrong.PASS_TO_NEXT || !segment.together(),
                at + "afterWrong",
                "finals.rules.pass-needs-turns");
        if (segment.buzz() != null) {
            between(at + "buzz.barAfter", segment.buzz().barAfter(), 1, MOST_QUESTIONS);
        }
    }

    private void risk(String at, Segment segment) {
        require(segment.kind() != SegmentKind.RISK || !segment.risk().isEmpty(), at + "risk", "finals.rules.missing");
        distinct(at + "risk", segment.risk().stream().map(RiskValue::value).toList());
        for (int i = 0; i < segment.risk().size(); i++) {
            RiskValue value = segment.risk().get(i);
            String here = at + "risk[" + (i + 1) + "].";
            require(value.value().compareTo(Points.ZERO) > 0, here + "value", "finals.rules.right-not-positive");
            size(here + "value", value.value());
            deduction(here + "wrong", value.wrong());
            seconds(here + "think", value.think());
            between(here + "perTeam", value.perTeam(), 1, MOST_QUESTIONS);
            between(here + "inAll", value.inAll(), 1, MOST_QUESTIONS);
        }
    }

    private void panel(String at, Segment segment) {
        boolean judged = segment.kind() == SegmentKind.JUDGED;
        require(judged || segment.panel() == null, at + "panel", "finals.rules.panel-needs-judged");
        if (!judged) {
            return;
        }
        JudgePanel panel = segment.panel();
        boolean bounded =
                panel != null && (!panel.parts().isEmpty() || !panel.grades().isEmpty())
                        || segment.points().right().compareTo(Points.ZERO) > 0;
        require(bounded, at + "points.right", "finals.rules.judged-needs-most");
        if (panel == null) {
            return;
        }
        between(at + "panel.judges", panel.judges(), 1, MOST_TEAMS);
        distinct(
                at + "panel.parts",
                panel.parts().stream()
                        .map(JudgePanel.JudgePart::name)
                        .filter(Objects::nonNull)
                        .toList());
        for (int i = 0; i < panel.parts().size(); i++) {
            JudgePanel.JudgePart part = panel.parts().get(i);
            String here = at + "panel.parts[" + (i + 1) + "].";
            title(here + "name", part.name());
            between(here + "weight", part.weight(), 1, 100);
            if (part.max() == null) {
                fault(here + "max", "finals.rules.missing");
            }
            size(here + "max", part.max());
        }
        for (int i = 0; i < panel.grades().size(); i++) {
            JudgePanel.Grade grade = panel.grades().get(i);
            String here = at + "panel.grades[" + (i + 1) + "].";
            title(here + "name", grade.name());
            if (grade.points() == null) {
                fault(here + "points", "finals.rules.missing");
            }
            size(here + "points", grade.points());
        }
    }

    private void figures(String at, Figures figures) {
        if (figures == null) {
            return;
        }
        size(at + "right", figures.right());
        require(figures.right().compareTo(Points.ZERO) >= 0, at + "right", "finals.rules.right-not-positive");
        deduction(at + "wrong", figures.wrong());
        deduction(at + "timeout", figures.timeout());
        deduction(at + "foul", figures.foul());
        size(at + "partial", figures.partial());
    }

    private void seconds(String at, Seconds seconds) {
        seconds(at + "seconds.think", seconds.think());
        seconds(at + "seconds.startWithin", seconds.startWithin());
        seconds(at + "seconds.answer", seconds.answer());
        seconds(at + "seconds.set", seconds.set());
        seconds(at + "seconds.nobody", seconds.nobody());
    }

    private void lifelines(String at, List<Lifeline> lifelines) {
        distinct(
                at,
                lifelines.stream().map(Lifeline::code).filter(Objects::nonNull).toList());
        for (int i = 0; i < lifelines.size(); i++) {
            String here = at + "[" + (i + 1) + "].";
            title(here + "code", lifelines.get(i).code());
            title(here + "title", lifelines.get(i).title());
            between(here + "count", lifelines.get(i).count(), 1, MOST_QUESTIONS);
            seconds(here + "seconds", lifelines.get(i).seconds());
        }
    }

    private void title(String field, String text) {
        require(text != null && !text.isBlank(), field, "finals.rules.missing");
        require(text == null || text.length() <= LONGEST_TITLE, field, "finals.rules.title-too-long", LONGEST_TITLE);
    }

    private void seconds(String field, Integer value) {
        between(field, value, 1, LONGEST_SECONDS);
    }

    private void deduction(String field, Points points) {
        size(field, points);
        require(points.compareTo(Points.ZERO) <= 0, field, "finals.rules.deduction-positive");
    }

    private void size(String field, Points points) {
        require(
                points == null
                        || points.compareTo(MOST_POINTS) <= 0 && points.compareTo(Points.ZERO.minus(MOST_POINTS)) >= 0,
                field,
                "finals.rules.points",
                MOST_POINTS);
    }

    private void between(String field, Integer value, int least, int most) {
        require(value == null || value >= least && value <= most, field, "finals.rules.between", least, most);
    }

    private void distinct(String field, Collection<?> values) {
        require(new HashSet<>(values).size() == values.size(), field, "finals.rules.twice");
    }

    private void require(boolean holds, String field, String key, Object... arguments) {
        if (!holds) {
            fault(field, key, arguments);
        }
    }

    private void fault(String field, String key, Object... arguments) {
        faults.add(MatchRulesFault.of(field, key, arguments));
    }
}
