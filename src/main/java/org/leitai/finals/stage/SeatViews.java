package org.leitai.finals.stage;

import java.util.stream.IntStream;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.rules.BuzzOpening;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.stage.StageState.SeatView;

/** What one team's seat shows 席位画面. Pure. */
public final class SeatViews {

    private SeatViews() {}

    static SeatView of(MatchState match, int team) {
        int place = IntStream.range(0, match.buzzes().size())
                .filter(i -> match.buzzes().get(i).team() == team)
                .findFirst()
                .orElse(-1);
        Long nonce = mayPress(match, team) ? match.buzzNonce() : null;
        String state = seatState(match, team, place);
        return place > 0
                ? new SeatView(
                        team - 1,
                        state,
                        nonce,
                        place + 1,
                        match.buzzes().get(place).gapMillis())
                : new SeatView(team - 1, state, nonce, null, null);
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

    private static String seatState(MatchState match, int team, int place) {
        if (match.question() == null) {
            return match.phase() == Phase.FINISHED ? "over" : "closed";
        }
        boolean mine = match.question().team() != null && match.question().team() == team;
        boolean barred = !match.eligible().contains(team);
        return switch (match.phase()) {
            case BUZZ_ARMED -> barred ? barredState(match, team) : "armed";
            case ANSWERING -> mine ? "answering" : place > 0 ? "behind" : "watching";
            case QUESTION_SHOWN, CLOCK_RUNNING -> {
                String window = StageStates.window(match);
                if (window.equals("closed") || window.equals("countdown")) {
                    yield barred ? barredState(match, team) : window.equals("closed") ? "ready" : window;
                }
                yield mine || match.question().team() == null ? "answering" : "watching";
            }
            case RULED -> match.question().ruled(team) ? "ruled" : "watching";
            case REVEALED -> "watching";
            case IDLE -> "closed";
            case FINISHED -> "over";
        };
    }

    private static String barredState(MatchState match, int team) {
        return match.question().fouls().stream().anyMatch(foul -> foul.team() == team) ? "false-start" : "barred";
    }
}
