package org.leitai.finals.rules.text;

import java.util.ArrayList;
import java.util.List;
import org.leitai.finals.rules.Seconds;
import org.leitai.finals.rules.Segment;

/** The clocks of a segment in plain words. Pure. */
final class ClockText {

    private ClockText() {}

    static List<Phrase> lines(Segment segment) {
        Seconds seconds = segment.seconds();
        var lines = new ArrayList<Phrase>();
        if (segment.setClock()) {
            lines.add(Phrase.of("set", seconds.set()));
        }
        if (segment.buzzed()) {
            Integer answer = seconds.answer() == null ? seconds.think() : seconds.answer();
            add(lines, "buzz-start-within", seconds.startWithin());
            add(lines, "buzz-answer", answer);
        } else {
            add(lines, "think", seconds.think());
            add(lines, "start-within", seconds.startWithin());
        }
        boolean byValue = segment.risk().stream().anyMatch(value -> value.think() != null);
        if (lines.isEmpty() && !byValue) {
            lines.add(Phrase.of("no-clock"));
        }
        return lines;
    }

    private static void add(List<Phrase> lines, String key, Integer seconds) {
        if (seconds != null) {
            lines.add(Phrase.of(key, seconds));
        }
    }
}
