package org.leitai.finals.rules.text;

import java.util.ArrayList;
import java.util.List;
import org.leitai.finals.rules.AfterWrong;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.WhoAnswers;

/** A segment in plain words, in the order in which a host would read them out. Pure. */
final class SegmentText {

    private SegmentText() {}

    static List<Phrase> lines(MatchRules rules, Segment segment) {
        var lines = new ArrayList<Phrase>();
        lines.add(Phrase.of("about", segment.kind()));
        if (segment.entrants() != null) {
            lines.add(Phrase.of("entrants", segment.entrants()));
        }
        lines.add(questions(segment));
        if (segment.kind() == SegmentKind.AUDIENCE) {
            return lines;
        }
        lines.addAll(turns(segment));
        lines.addAll(who(segment));
        if (segment.buzzed()) {
            lines.addAll(BuzzText.lines(rules, segment));
        }
        lines.addAll(ClockText.lines(segment));
        lines.addAll(PointsText.lines(segment));
        if (segment.kind() == SegmentKind.JUDGED) {
            lines.addAll(PanelText.lines(segment));
        }
        lines.addAll(afterWrong(segment));
        segment.lifelines().forEach(lifeline -> lines.add(RulesText.lifeline(lifeline)));
        return lines;
    }

    private static Phrase questions(Segment segment) {
        int questions = segment.questions();
        int passes = segment.passes();
        if (segment.kind() == SegmentKind.DUEL) {
            return questions == 0 ? Phrase.of("duel-open") : passes(Phrase.of("duel-questions", questions), passes);
        }
        if (questions == 0) {
            return Phrase.of("questions-open");
        }
        return passes(Phrase.of(segment.inTurn() ? "questions-each" : "questions-all", questions), passes);
    }

    private static Phrase passes(Phrase questions, int passes) {
        return passes == 1 ? Phrase.of("once", questions) : Phrase.of("passes", passes, questions);
    }

    private static List<Phrase> turns(Segment segment) {
        var lines = new ArrayList<Phrase>();
        if (segment.inTurn()) {
            lines.add(Phrase.of("order", segment.order()));
        }
        if (segment.optional()) {
            lines.add(Phrase.of("optional"));
        }
        return lines;
    }

    private static List<Phrase> who(Segment segment) {
        var lines = new ArrayList<Phrase>();
        // A board is for all; that has been said. In a relay the players follow each other whoever answers.
        if (segment.kind() != SegmentKind.SLATE && segment.kind() != SegmentKind.RELAY) {
            lines.add(Phrase.of("who", segment.who()));
        }
        if (!segment.players().isEmpty()) {
            List<Phrase> players = segment.players().stream()
                    .map(player -> Phrase.of("player", player))
                    .toList();
            lines.add(Phrase.of(playersKey(segment), Phrase.row(players, "enumeration")));
        }
        return lines;
    }

    private static String playersKey(Segment segment) {
        boolean rotate = segment.who() == WhoAnswers.PLAYER || segment.kind() == SegmentKind.RELAY;
        if (!rotate) {
            return "players-only";
        }
        return segment.players().size() == 1 ? "players-one" : "players-rotate";
    }

    private static List<Phrase> afterWrong(Segment segment) {
        var lines = new ArrayList<Phrase>();
        boolean judged = segment.kind() == SegmentKind.JUDGED || segment.together();
        if (!judged || segment.afterWrong() != AfterWrong.NEXT_QUESTION) {
            lines.add(Phrase.of("after", segment.afterWrong()));
        }
        if (segment.attempts() != null) {
            lines.add(Phrase.of("attempts", segment.attempts()));
        }
        if (segment.steal() != null) {
            lines.add(Phrase.of("steal", PointsText.figures(segment.steal())));
        }
        return lines;
    }
}
