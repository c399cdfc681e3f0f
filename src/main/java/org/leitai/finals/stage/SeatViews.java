package org.leitai.finals.stage;

import java.time.Instant;
import java.util.stream.IntStream;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.NextAction;
import org.leitai.finals.match.Phase;
import org.leitai.finals.rules.BuzzOpening;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.seat.DeskFacts;
import org.leitai.finals.stage.StageState.SeatView;

/** What one team's seat shows 席位画面. Pure. */
public final class SeatViews {

    private SeatViews() {}

    static SeatView of(MatchState match, int team, QuestionText text, DeskFacts facts, Instant now) {
        int place = IntStream.range(0, match.buzzes().size())
                .filter(i -> match.buzzes().get(i).team() == team)
                .findFirst()
                .orElse(-1);
        SeatTask task = SeatTasks.of(match, team, text, facts, now);
        String state = seatState(match, team, place, task);
        boolean tested = facts.test() != 0 && state.equals("closed");
        return new SeatView(
                team - 1,
                tested ? "test" : state,
                tested ? Long.valueOf(-facts.test()) : mayPress(match, team) ? Long.valueOf(match.buzzNonce()) : null,
                place < 0 ? null : place + 1,
                place < 0 ? null : match.buzzes().get(place).gapMillis(),
                task);
    }

    private static boolean mayPress(MatchState match, int team) {
        return match.eligible().contains(team) && (match.phase() == Phase.BUZZ_ARMED || waitsForBuzz(match));
    }

    /** Whether a press now is a false start. */
    public static boolean waitsForBuzz(MatchState match) {
        boolean early = match.phase() == Phase.QUESTION_SHOWN || match.phase() == Phase.CLOCK_RUNNING;
        return early
                && !match.paused()
                && match.segment()
                        .filter(Segment::buzzed)
                        .map(segment -> segment.buzz().opening() != BuzzOpening.WHILE_READING)
                        .orElse(false);
    }

    private static String seatState(MatchState match, int team, int place, SeatTask task) {
        if (match.paused()) {
            return "paused";
        }
        if (match.question() == null) {
            return match.phase() == Phase.FINISHED ? "over" : task.values() == null ? "closed" : "choose";
        }
        boolean mine = match.question().team() != null && match.question().team() == team;
        return switch (match.phase()) {
            case BUZZ_ARMED -> match.eligible().contains(team) ? "armed" : barredState(match, team);
            case ANSWERING -> mine ? answering(task) : place > 0 ? "behind" : "watching";
            case QUESTION_SHOWN, CLOCK_RUNNING ->
                switch (StageStates.window(match)) {
                    case "closed" -> beforeTheBuzz(match, team, "ready");
                    case "countdown" -> beforeTheBuzz(match, team, "countdown");
                    default -> shown(match, team, mine, task);
                };
            case RULED -> task.outcome() == null ? "watching" : "ruled";
            case REVEALED -> "watching";
            case IDLE -> "closed";
            case FINISHED -> "over";
        };
    }

    private static String beforeTheBuzz(MatchState match, int team, String otherwise) {
        boolean fouled = SeatTasks.fouled(match, team);
        return match.eligible().contains(team) && !fouled ? otherwise : barredState(match, team);
    }

    private static String shown(MatchState match, int team, boolean mine, SeatTask task) {
        if (task.outcome() != null) {
            return "ruled";
        }
        boolean takesPart = match.segment().map(Segment::together).orElse(false)
                ? match.eligible().contains(team)
                : mine;
        if (!takesPart) {
            return "watching";
        }
        boolean waitsForClock = match.nextAction() == NextAction.START_CLOCK;
        return waitsForClock ? "ready" : answering(task);
    }

    private static String answering(SeatTask task) {
        return task.answer() == null ? "answering" : "submitted";
    }

    private static String barredState(MatchState match, int team) {
        return SeatTasks.fouled(match, team) ? "false-start" : "barred";
    }
}
