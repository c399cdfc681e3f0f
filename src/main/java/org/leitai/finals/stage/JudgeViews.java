package org.leitai.finals.stage;

import java.util.List;
import java.util.Locale;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Panel;
import org.leitai.finals.match.Phase;
import org.leitai.finals.rules.JudgePanel;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;

/** What the judges' tablets show 评委席. Pure. */
final class JudgeViews {

    private JudgeViews() {}

    static JudgeView of(MatchState match) {
        Segment segment =
                match.segment().filter(one -> one.kind() == SegmentKind.JUDGED).orElse(null);
        long asked = match.desk().asked() == null ? 0 : match.desk().asked().version();
        if (segment == null || match.question() == null) {
            return new JudgeView(false, asked, null, null, null, List.of(), List.of(), List.of());
        }
        boolean open = !match.paused()
                && (match.phase() == Phase.QUESTION_SHOWN
                        || match.phase() == Phase.CLOCK_RUNNING
                        || match.phase() == Phase.ANSWERING);
        JudgePanel panel = Panel.panel(segment);
        return new JudgeView(
                open,
                asked,
                match.question().team() == null ? null : match.question().team() - 1,
                panel.judges(),
                panel.averaging().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Panel.parts(segment).stream()
                        .map(part -> new JudgeView.Part(part.name(), part.max().toString(), part.weight()))
                        .toList(),
                panel.grades().stream()
                        .map(grade ->
                                new JudgeView.Grade(grade.name(), grade.points().toString()))
                        .toList(),
                match.question().judged().keySet().stream().sorted().toList());
    }
}
