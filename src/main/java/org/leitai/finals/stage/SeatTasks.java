package org.leitai.finals.stage;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leitai.finals.match.FoulEffect;
import org.leitai.finals.match.MatchEvent.Ruled;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.SeatAnswer;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.seat.AnswerForm;
import org.leitai.finals.seat.DeskFacts;
import org.leitai.finals.stage.SeatTask.Help;
import org.leitai.finals.stage.StageState.Value;
import org.leitai.kernel.Points;

/** What a team can do at its seat. Pure. */
final class SeatTasks {

    private SeatTasks() {}

    static SeatTask of(MatchState match, int team, QuestionText text, DeskFacts facts, Instant now) {
        boolean asked = match.question() != null && isOffered(match, text);
        SeatAnswer answer = asked ? match.question().answers().get(team) : null;
        boolean choosing = chooses(match, team);
        Optional<Ruled> ruling = ruling(match, team);
        List<Help> helps = helps(match, team);
        return new SeatTask(
                asked ? text.form().kind().name().toLowerCase(Locale.ROOT) : null,
                asked ? text.form().size() : null,
                asked ? match.question().nonce() : null,
                asked && isOpen(match, team, now),
                answer == null ? null : text.form().parts(answer.text()),
                answer == null ? null : answer.millis(),
                choosing ? values(match, team) : null,
                choosing ? match.chosenValue().map(Points::toString).orElse(null) : null,
                helps.isEmpty() ? null : helps,
                facts.asks().get(team),
                facts.sounds().get(team),
                ruling.map(one -> one.verdict().name().toLowerCase(Locale.ROOT)).orElse(null),
                ruling.map(one -> points(match, one)).orElse(null),
                fouled(match, team) ? match.eligible().contains(team) : null);
    }

    /** Who won a buzz speaks; where there is nothing to choose from, nothing is written. */
    private static boolean isOffered(MatchState match, QuestionText text) {
        boolean spoken = text.form().kind() == AnswerForm.Kind.TEXT
                && match.segment().map(Segment::buzzed).orElse(false);
        return text.form().kind() != AnswerForm.Kind.SPOKEN && !spoken;
    }

    static boolean isOpen(MatchState match, int team, Instant now) {
        return !match.paused() && match.noAnswerOf(team, now).isEmpty();
    }

    static boolean chooses(MatchState match, int team) {
        return match.question() == null
                && !match.riskStock(team).isEmpty()
                && match.teamOnTurn().filter(turn -> turn == team).isPresent();
    }

    private static List<Value> values(MatchState match, int team) {
        return match.riskStock(team).entrySet().stream()
                .map(entry -> new Value(entry.getKey().toString(), entry.getValue()))
                .toList();
    }

    private static List<Help> helps(MatchState match, int team) {
        return match.lifelines(team).entrySet().stream()
                .map(entry -> new Help(
                        entry.getKey().code(),
                        entry.getKey().title() == null
                                ? entry.getKey().code()
                                : entry.getKey().title(),
                        entry.getValue()))
                .toList();
    }

    static boolean fouled(MatchState match, int team) {
        return match.question() != null
                && match.question().fouls().stream()
                        .anyMatch(foul -> foul.team() == team && foul.effect() != FoulEffect.QUESTION_VOID);
    }

    private static Optional<Ruled> ruling(MatchState match, int team) {
        return match.question() == null
                ? Optional.empty()
                : match.question().rulings().reversed().stream()
                        .filter(one -> one.team() == team)
                        .findFirst();
    }

    private static String points(MatchState match, Ruled ruling) {
        return match.frozen() || ruling.points().equals(Points.ZERO) ? null : StageStates.signed(ruling.points());
    }
}
