package org.leitai.finals.match;

import java.time.Instant;
import org.leitai.finals.rules.BuzzOpening;
import org.leitai.finals.rules.FoulPolicy;
import org.leitai.finals.rules.NobodyBuzzes;
import org.leitai.finals.rules.Seconds;
import org.leitai.finals.rules.Segment;
import org.leitai.kernel.Points;

/** From opening the buzz to the one who has the word. Pure. */
final class BuzzDecisions {

    private BuzzDecisions() {}

    private static final long COUNTDOWN_MILLIS = 3000; // 3, 2, 1, a second each

    static Decision countDown(MatchState state, MatchCommand.StartCountdown start) {
        boolean now = buzzed(state)
                && state.phase() == Phase.QUESTION_SHOWN
                && !state.counting()
                && state.segment().orElseThrow().buzz().opening() == BuzzOpening.COUNTDOWN_321;
        if (!now) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        return state.eligible().isEmpty()
                ? Decision.refused(MatchRefusal.LOCKED_OUT)
                : Decision.accepted(new MatchEvent.CountdownStarted(COUNTDOWN_MILLIS, start.despite()));
    }

    static Decision cancelCountdown(MatchState state) {
        return state.counting()
                ? Decision.accepted(new MatchEvent.CountdownCancelled())
                : Decision.refused(MatchRefusal.NOT_NOW);
    }

    /** Nobody opens the buzz while it is being counted down. */
    static Decision open(MatchState state, MatchCommand.OpenBuzz open, Instant at) {
        if (!buzzed(state) || state.counting() && state.clock().remainingMillis(at) > 0) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        boolean now = state.phase() == Phase.QUESTION_SHOWN
                || state.phase() == Phase.BUZZ_ARMED
                || state.phase() == Phase.ANSWERING && deadHeat(state);
        if (!now) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        if (state.eligible().isEmpty()) {
            return Decision.refused(MatchRefusal.LOCKED_OUT);
        }
        Integer nobody = state.segment().orElseThrow().seconds().nobody();
        return Decision.accepted(new MatchEvent.BuzzOpened(nobody == null ? null : nobody * 1000L, open.despite()));
    }

    /** The host may also award by hand, where teams raise a sign, and settles a dead heat so. */
    static Decision award(MatchState state, MatchCommand.Award award) {
        if (!buzzed(state)) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        boolean settles = state.phase() == Phase.ANSWERING
                && deadHeat(state)
                && state.buzzes().stream().anyMatch(place -> place.team() == award.team())
                && state.question().team() != award.team();
        if (state.phase() != Phase.BUZZ_ARMED && state.phase() != Phase.QUESTION_SHOWN && !settles) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        if (!state.mayAnswer(award.team())) {
            return Decision.refused(MatchRefusal.LOCKED_OUT);
        }
        Seconds seconds = state.segment().orElseThrow().seconds();
        Integer think = state.question().shown().thinkSeconds();
        Integer answer = seconds.answer() == null ? think : seconds.answer();
        Integer first = seconds.startWithin() == null ? answer : seconds.startWithin();
        ClockKind kind = seconds.startWithin() == null ? ClockKind.ANSWER : ClockKind.START_WITHIN;
        return Decision.accepted(new MatchEvent.Awarded(
                award.team(),
                award.gapNanos(),
                award.deadHeat(),
                first == null ? null : kind,
                first == null ? 0 : first * 1000L));
    }

    static Decision follow(MatchState state, MatchCommand.Follow follow) {
        boolean now = buzzed(state)
                && !state.buzzes().isEmpty()
                && (state.phase() == Phase.ANSWERING || state.phase() == Phase.RULED || state.phase() == Phase.REVEALED)
                && state.buzzes().stream().noneMatch(place -> place.team() == follow.team());
        return now
                ? Decision.accepted(new MatchEvent.Followed(follow.team(), follow.gapNanos(), follow.deadHeat()))
                : Decision.refused(MatchRefusal.NOT_NOW);
    }

    static Decision falseStart(MatchState state, MatchCommand.FalseStart foul) {
        if (!buzzed(state) || state.phase() != Phase.QUESTION_SHOWN && state.phase() != Phase.BUZZ_ARMED) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        if (!state.mayAnswer(foul.team())) {
            return Decision.refused(MatchRefusal.LOCKED_OUT);
        }
        Segment segment = state.segment().orElseThrow();
        Points figure = state.question().shown().points().foul();
        int earlier = state.progress().fouls().getOrDefault(foul.team(), 0);
        FoulPolicy policy = state.rules().foulPolicy(segment);
        return switch (policy) {
            case IGNORE -> Decision.refused(MatchRefusal.FOUL_IGNORED);
            case LOCK_OUT -> fouled(state, foul.team(), Points.ZERO, FoulEffect.NONE);
            case LOSE_QUESTION -> fouled(state, foul.team(), figure, FoulEffect.TEAM_LOCKED);
            case MINUS -> fouled(state, foul.team(), figure, FoulEffect.NONE);
            case VOID -> fouled(state, foul.team(), figure, FoulEffect.QUESTION_VOID);
            case ESCALATING -> fouled(state, foul.team(), figure.times(earlier + 1L), FoulEffect.TEAM_LOCKED);
        };
    }

    private static Decision fouled(MatchState state, int team, Points points, FoulEffect effect) {
        boolean playOff = Scoring.playOff(state);
        return Decision.accepted(new MatchEvent.FalseStarted(
                team,
                playOff ? Points.ZERO : Scoring.floored(state, team, points),
                playOff ? points : Points.ZERO,
                effect));
    }

    static Decision lapse(MatchState state) {
        if (!buzzed(state) || state.phase() != Phase.BUZZ_ARMED && state.phase() != Phase.QUESTION_SHOWN) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        boolean counted = state.segment().orElseThrow().buzz().nobody() != NobodyBuzzes.REPLACE
                || state.question().tries() > 0;
        return Decision.accepted(new MatchEvent.QuestionLapsed(counted));
    }

    private static boolean buzzed(MatchState state) {
        return state.question() != null && state.segment().map(Segment::buzzed).orElse(false);
    }

    private static boolean deadHeat(MatchState state) {
        return state.buzzes().stream().anyMatch(BuzzPlace::deadHeat);
    }
}
