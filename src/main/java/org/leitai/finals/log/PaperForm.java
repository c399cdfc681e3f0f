package org.leitai.finals.log;

import jakarta.ws.rs.FormParam;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.leitai.finals.match.MatchState;
import org.leitai.kernel.Points;

/** A line of paper as it was typed 纸面录入. */
record PaperForm(
        @FormParam("team") String team,
        @FormParam("segment") String segment,
        @FormParam("question") String question,
        @FormParam("points") String points,
        @FormParam("reason") String reason) {

    private static final int LONGEST_REASON = 200; // as the table has it

    PaperForm {
        team = clean(team);
        segment = clean(segment);
        question = clean(question);
        points = clean(points);
        reason = clean(reason);
    }

    static PaperForm empty() {
        return new PaperForm("", "", "", "", "");
    }

    /** Field → what is wrong. */
    Map<String, LogRefusal> faults(MatchState match) {
        var faults = new LinkedHashMap<String, LogRefusal>();
        int teams = match.teams().size();
        int segments = match.rules().segments().size();
        if (number(team).filter(value -> value >= 1 && value <= teams).isEmpty()) {
            faults.put("team", LogRefusal.PAPER_TEAM);
        }
        if (number(segment).filter(value -> value >= 0 && value <= segments).isEmpty()) {
            faults.put("segment", LogRefusal.PAPER_SEGMENT);
        }
        if (!question.isEmpty() && number(question).filter(value -> value >= 1).isEmpty()) {
            faults.put("question", LogRefusal.PAPER_QUESTION);
        }
        if (parsed().filter(value -> !value.equals(Points.ZERO)).isEmpty()) {
            faults.put("points", LogRefusal.PAPER_POINTS);
        }
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            faults.put("reason", LogRefusal.PAPER_REASON);
        }
        return faults;
    }

    /** Of a form without faults; segments are typed from 1, 0 is before the first. */
    PaperLine line(String by, Instant at) {
        return new PaperLine(
                0,
                number(team).orElseThrow(),
                number(segment).orElseThrow() - 1,
                number(question).orElse(null),
                parsed().orElseThrow(),
                reason,
                by,
                at);
    }

    private Optional<Points> parsed() {
        try {
            return Optional.of(Points.parse(points.startsWith("+") ? points.substring(1) : points));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String typed) {
        return typed.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    private static String clean(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
