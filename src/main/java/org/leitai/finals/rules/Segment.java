package org.leitai.finals.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One part of a match 环节.
 *
 * @param code short and unique; may be left out
 * @param questions of one turn; where teams have no turns, of one pass; 0: open, the host ends it
 * @param passes how often the order of teams is gone through
 * @param byType by the code of the question's type, what differs from {@code points} and {@code seconds}
 * @param steal for a team that answers after another has failed; null: as {@code points}
 * @param risk the values to choose from
 * @param players the only players who take part; empty: all
 * @param entrants only the best so many by the ranking take part; null: all
 * @param optional whether a team may decline its turn
 * @param attempts how many teams may try one question; null: as many as are left
 * @param buzz null: not buzzed
 * @param panel null: not judged
 */
public record Segment(
        String code,
        String title,
        SegmentKind kind,
        Integer questions,
        Integer passes,
        Figures points,
        Map<String, ByType> byType,
        Figures steal,
        List<RiskValue> risk,
        Seconds seconds,
        WhoAnswers who,
        List<Integer> players,
        Integer entrants,
        TurnOrder order,
        Boolean optional,
        BuzzRules buzz,
        AfterWrong afterWrong,
        Integer attempts,
        JudgePanel panel,
        List<Lifeline> lifelines) {

    public Segment {
        questions = Objects.requireNonNullElse(questions, 1);
        passes = Objects.requireNonNullElse(passes, 1);
        points = Objects.requireNonNullElse(points, Figures.NONE);
        byType = byType == null ? Map.of() : Map.copyOf(byType);
        risk = risk == null ? List.of() : List.copyOf(risk);
        seconds = Objects.requireNonNullElse(seconds, Seconds.NONE);
        who = Objects.requireNonNullElse(who, kind == SegmentKind.SLATE ? WhoAnswers.ALL_TEAMS : WhoAnswers.TEAM);
        players = players == null ? List.of() : List.copyOf(players);
        order = Objects.requireNonNullElse(order, TurnOrder.SEAT);
        optional = Objects.requireNonNullElse(optional, false);
        buzz = buzz == null && kind == SegmentKind.BUZZER ? new BuzzRules(null, null, null, null, null, null) : buzz;
        afterWrong = Objects.requireNonNullElse(afterWrong, AfterWrong.NEXT_QUESTION);
        lifelines = lifelines == null ? List.of() : List.copyOf(lifelines);
    }

    /** Whether a question goes to whoever presses first. */
    public boolean buzzed() {
        return buzz != null && kind != SegmentKind.AUDIENCE;
    }

    /** Whether every team answers each question. */
    public boolean together() {
        return !buzzed() && (who == WhoAnswers.ALL_TEAMS || kind == SegmentKind.SLATE);
    }

    /** Whether teams have their turn one after the other. */
    public boolean inTurn() {
        return !buzzed() && !together() && kind != SegmentKind.AUDIENCE;
    }

    /** Whether a whole set of questions runs under one clock. */
    public boolean setClock() {
        return inTurn() && seconds.set() != null;
    }
}
