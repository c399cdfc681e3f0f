package org.leitai.finals.rules.text;

import java.util.ArrayList;
import java.util.List;
import org.leitai.finals.rules.BuzzRules;
import org.leitai.finals.rules.FoulPolicy;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.Segment;
import org.leitai.kernel.Points;

/** How a segment is buzzed, in plain words. Pure. */
final class BuzzText {

    private BuzzText() {}

    static List<Phrase> lines(MatchRules rules, Segment segment) {
        BuzzRules buzz = segment.buzz();
        var lines = new ArrayList<Phrase>();
        lines.add(Phrase.of("opening", buzz.opening()));
        lines.add(foul(rules.foulPolicy(segment), segment.points().foul()));
        if (segment.seconds().nobody() == null) {
            lines.add(Phrase.of("nobody-open", Phrase.of("nobody", buzz.nobody())));
        } else {
            lines.add(Phrase.of("nobody-in", segment.seconds().nobody(), Phrase.of("nobody", buzz.nobody())));
        }
        if (buzz.barAfter() != null) {
            lines.add(Phrase.of("bar-after", buzz.barAfter()));
        }
        lines.add(Phrase.of("dead-heat", buzz.deadHeat()));
        if (buzz.lagCompensation()) {
            lines.add(Phrase.of("lag"));
        }
        return lines;
    }

    /** What a foul costs is said with it, where the policy takes points at all. */
    private static Phrase foul(FoulPolicy policy, Points figure) {
        Phrase said = Phrase.of("foul", policy);
        boolean costs =
                switch (policy) {
                    case IGNORE, LOCK_OUT -> false;
                    case LOSE_QUESTION, MINUS, VOID, ESCALATING -> true;
                };
        if (!costs) {
            return said;
        }
        if (figure.equals(Points.ZERO)) {
            return Phrase.of("foul-free", said);
        }
        return Phrase.of(
                policy == FoulPolicy.ESCALATING ? "foul-escalates" : "foul-costs", said, Points.ZERO.minus(figure));
    }
}
