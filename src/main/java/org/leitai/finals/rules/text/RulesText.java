package org.leitai.finals.rules.text;

import java.util.ArrayList;
import java.util.List;
import org.leitai.finals.rules.Heats;
import org.leitai.finals.rules.Lifeline;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.Segment;
import org.leitai.kernel.Points;

/** The rules of a match in plain words 规则说明: the match, its segments in order, the ranking. Pure. */
public final class RulesText {

    private RulesText() {}

    public static List<Section> of(MatchRules rules) {
        var sections = new ArrayList<Section>();
        sections.add(new Section(Phrase.of("general"), null, general(rules)));
        for (int i = 0; i < rules.segments().size(); i++) {
            Segment segment = rules.segments().get(i);
            sections.add(new Section(
                    Phrase.of("segment", i + 1, segment.title()),
                    Phrase.of("kind", segment.kind()),
                    SegmentText.lines(rules, segment)));
        }
        sections.add(new Section(Phrase.of("ranking"), null, ranking(rules)));
        return List.copyOf(sections);
    }

    private static List<Phrase> general(MatchRules rules) {
        var lines = new ArrayList<Phrase>();
        lines.add(Phrase.of("teams", rules.teams(), rules.members()));
        lines.add(
                rules.startScore().equals(Points.ZERO)
                        ? Phrase.of("start-zero")
                        : Phrase.of("start", rules.startScore()));
        if (rules.floor() != null) {
            lines.add(Phrase.of("floor", rules.floor()));
        } else if (rules.segments().stream().anyMatch(PointsText::deducts)) {
            lines.add(Phrase.of("no-floor"));
        }
        lines.add(Phrase.of("personal", rules.personal()));
        rules.lifelines().forEach(lifeline -> lines.add(lifeline(lifeline)));
        return lines;
    }

    static Phrase lifeline(Lifeline lifeline) {
        var parts = new ArrayList<Phrase>();
        parts.add(Phrase.of("scope", lifeline.scope()));
        parts.add(Phrase.of("lifeline-count", lifeline.count()));
        if (lifeline.seconds() != null) {
            parts.add(Phrase.of("lifeline-seconds", lifeline.seconds()));
        }
        if (lifeline.restartsClock()) {
            parts.add(Phrase.of("lifeline-restarts"));
        }
        return Phrase.of("lifeline", lifeline.title(), Phrase.row(parts, "comma"));
    }

    private static List<Phrase> ranking(MatchRules rules) {
        var lines = new ArrayList<Phrase>();
        lines.add(Phrase.of("by-score"));
        List<Phrase> keys =
                rules.tieBreak().stream().map(key -> Phrase.of("tie", key)).toList();
        lines.add(keys.isEmpty() ? Phrase.of("shared") : Phrase.of("ties", Phrase.row(keys, "then")));
        if (rules.heats() != null) {
            lines.addAll(heats(rules.heats()));
        }
        return lines;
    }

    private static List<Phrase> heats(Heats heats) {
        var lines = new ArrayList<Phrase>();
        if (heats.groups() != null) {
            lines.add(Phrase.of("groups", heats.groups()));
        }
        if (heats.advance() != null) {
            lines.add(Phrase.of("advance", heats.advance()));
        }
        return lines;
    }
}
