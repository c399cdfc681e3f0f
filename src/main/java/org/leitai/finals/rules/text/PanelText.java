package org.leitai.finals.rules.text;

import java.util.ArrayList;
import java.util.List;
import org.leitai.finals.rules.JudgePanel;
import org.leitai.finals.rules.Segment;

/** How judges give points, in plain words. Pure. */
final class PanelText {

    private PanelText() {}

    static List<Phrase> lines(Segment segment) {
        JudgePanel panel = segment.panel() == null ? new JudgePanel(null, null, List.of(), List.of()) : segment.panel();
        var lines = new ArrayList<Phrase>();
        lines.add(panel.judges() == null ? Phrase.of("judges") : Phrase.of("judges-count", panel.judges()));
        lines.add(Phrase.of("averaging", panel.averaging()));
        if (!panel.parts().isEmpty()) {
            List<Phrase> parts = panel.parts().stream()
                    .map(part -> Phrase.of(
                            part.weight() == 100 ? "part-whole" : "part", part.name(), part.max(), part.weight()))
                    .toList();
            lines.add(Phrase.of("parts", Phrase.row(parts, "enumeration")));
        }
        if (!panel.grades().isEmpty()) {
            List<Phrase> grades = panel.grades().stream()
                    .map(grade -> Phrase.of("grade", grade.name(), grade.points()))
                    .toList();
            lines.add(Phrase.of("grades", Phrase.row(grades, "enumeration")));
        }
        return lines;
    }
}
