package org.leitai.finals.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.leitai.finals.rules.AfterWrong;
import org.leitai.finals.rules.Figures;
import org.leitai.finals.rules.PersonalPoints;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.kernel.Points;

/** Answers, scores of judges, rulings. Pure. */
final class RulingDecisions {

    private RulingDecisions() {}

    static Decision submit(MatchState state, MatchCommand.SubmitAnswer answer, Instant now) {
        MatchRefusal refusal = noAnswer(state, answer.team(), now);
        return refusal == null
                ? Decision.accepted(new MatchEvent.AnswerSubmitted(answer.team(), answer.text(), answer.ref()))
                : Decision.refused(refusal);
    }

    /** Until the clock ends or the ruling begins; where all answer together, a verdict on one would tell the others. */
    static MatchRefusal noAnswer(MatchState state, int team, Instant now) {
        Segment segment = state.segment().orElse(null);
        if (state.question() == null || !open(state, segment)) {
            return MatchRefusal.NOT_NOW;
        }
        boolean onTurn = segment.together()
                ? state.mayAnswer(team)
                : state.question().team() != null && state.question().team() == team;
        if (!onTurn) {
            return MatchRefusal.NOT_ON_TURN;
        }
        if (segment.together() && !state.question().rulings().isEmpty()) {
            return MatchRefusal.ALREADY_RULED;
        }
        return state.clock() != null && state.clock().remainingMillis(now) == 0 ? MatchRefusal.TOO_LATE : null;
    }

    private static boolean open(MatchState state, Segment segment) {
        return switch (state.phase()) {
            case CLOCK_RUNNING, ANSWERING -> true;
            case QUESTION_SHOWN -> !segment.buzzed() && state.nextAction() != NextAction.START_CLOCK;
            case IDLE, BUZZ_ARMED, RULED, REVEALED, FINISHED -> false;
        };
    }

    /** One ruling after the other, each on the state that the one before left. */
    static Decision together(MatchState state, MatchCommand.RuleTogether all, Instant now) {
        if (state.question() == null || !state.segment().map(Segment::together).orElse(false)) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        var events = new ArrayList<MatchEvent>();
        MatchState at = state;
        for (int team : new TreeSet<>(all.verdicts().keySet())) {
            if (at.question().ruled(team)) {
                continue;
            }
            switch (rule(at, new MatchCommand.Rule(team, all.verdicts().get(team)), now)) {
                case Decision.Refused refused -> {
                    return refused;
                }
                case Decision.Accepted(List<MatchEvent> ruled) -> {
                    events.addAll(ruled);
                    at = at.apply(new Stamped(at.version() + 1, now, "", ruled.getFirst()));
                }
            }
        }
        return events.isEmpty() ? Decision.refused(MatchRefusal.ALREADY_RULED) : new Decision.Accepted(events);
    }

    static Decision judge(MatchState state, MatchCommand.JudgeScore score) {
        boolean now = state.segment()
                        .map(segment -> segment.kind() == SegmentKind.JUDGED)
                        .orElse(false)
                && (state.phase() == Phase.QUESTION_SHOWN
                        || state.phase() == Phase.CLOCK_RUNNING
                        || state.phase() == Phase.ANSWERING);
        if (!now) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        if (state.question().team() == null || state.question().team() != score.team()) {
            return Decision.refused(MatchRefusal.NOT_ON_TURN);
        }
        Integer places = Panel.places(state.segment().orElseThrow());
        Map<String, ?> given = state.question().judged();
        if (places != null && given.size() >= places && !given.containsKey(score.judge())) {
            return Decision.refused(MatchRefusal.PANEL_FULL);
        }
        return Panel.allows(state.segment().orElseThrow(), score.parts())
                ? Decision.accepted(new MatchEvent.JudgeScored(score.judge(), score.team(), score.parts()))
                : Decision.refused(MatchRefusal.JUDGE_SCORE);
    }

    static Decision rule(MatchState state, MatchCommand.Rule rule, Instant now) {
        MatchRefusal refusal = refusal(state, rule);
        if (refusal != null) {
            return Decision.refused(refusal);
        }
        Segment segment = state.segment().orElseThrow();
        boolean judged = segment.kind() == SegmentKind.JUDGED && rule.verdict() == Verdict.RIGHT;
        Points change = rule.override() != null
                ? rule.override()
                : judged
                        ? Panel.points(segment, state.question().judged().values())
                        : rule.verdict().of(figures(state, segment));
        boolean playOff = Scoring.playOff(state);
        Integer player =
                rule.player() != null ? rule.player() : state.question().shown().player();
        boolean solo = state.rules().personal() == PersonalPoints.SOLO_ANSWERS && player != null;
        After after = After.of(state, segment, rule);
        return Decision.accepted(new MatchEvent.Ruled(
                rule.team(),
                player,
                rule.verdict(),
                playOff ? Points.ZERO : Scoring.floored(state, rule.team(), change),
                playOff ? change : Points.ZERO,
                solo ? change : Points.ZERO,
                answerMillis(state, rule.team(), now),
                rule.override() != null,
                rule.reason(),
                after.next(),
                after.passedTo(),
                after.locks(),
                after.out()));
    }

    private static MatchRefusal refusal(MatchState state, MatchCommand.Rule rule) {
        Segment segment = state.segment().orElse(null);
        if (state.question() == null || !now(state.phase(), segment)) {
            return MatchRefusal.NOT_NOW;
        }
        if (segment.together() && state.question().ruled(rule.team())) {
            return MatchRefusal.ALREADY_RULED;
        }
        boolean onTurn = segment.together()
                ? state.mayAnswer(rule.team())
                : state.question().team() != null && state.question().team() == rule.team();
        if (!onTurn) {
            return MatchRefusal.NOT_ON_TURN;
        }
        if (rule.player() != null
                && (rule.player() < 1 || rule.player() > state.rules().members())) {
            return MatchRefusal.UNKNOWN_PLAYER;
        }
        if (rule.override() != null && rule.verdict() != Verdict.PARTIAL && Decider.blank(rule.reason())) {
            return MatchRefusal.REASON_MISSING;
        }
        Figures figures = figures(state, segment);
        if (rule.verdict() == Verdict.PARTIAL && rule.override() == null && figures.partial() == null) {
            return MatchRefusal.NO_PARTIAL;
        }
        boolean byJudges =
                segment.kind() == SegmentKind.JUDGED && rule.verdict() == Verdict.RIGHT && rule.override() == null;
        if (byJudges && state.question().judged().isEmpty()) {
            return MatchRefusal.NO_JUDGE_SCORES;
        }
        return byJudges && !Panel.complete(state) && Decider.blank(rule.reason()) ? MatchRefusal.JUDGES_MISSING : null;
    }

    private static boolean now(Phase phase, Segment segment) {
        return switch (phase) {
            case ANSWERING -> true;
            case QUESTION_SHOWN, CLOCK_RUNNING -> segment.inTurn() || segment.together();
            case REVEALED -> segment.together();
            case IDLE, BUZZ_ARMED, RULED, FINISHED -> false;
        };
    }

    private static Figures figures(MatchState state, Segment segment) {
        return state.question().tries() > 0 && segment.steal() != null
                ? segment.steal()
                : state.question().shown().points();
    }

    /** Where the seat handed in an answer, its time counts, not that of the ruling; under a set's clock none. */
    private static long answerMillis(MatchState state, int team, Instant now) {
        SeatAnswer answer = state.question().answers().get(team);
        MatchClock clock = state.clock();
        if (clock == null || clock.kind() == ClockKind.SET) {
            return answer == null || clock != null ? 0 : answer.millis();
        }
        return answer == null ? clock.durationMillis() - clock.remainingMillis(now) : answer.millis();
    }

    /** What a ruling leads to. */
    private record After(AfterRuling next, Integer passedTo, boolean locks, boolean out) {

        static After of(MatchState state, Segment segment, MatchCommand.Rule rule) {
            boolean failed = rule.verdict().failed();
            if (segment.together()) {
                boolean more = state.eligible().stream()
                        .anyMatch(
                                team -> team != rule.team() && !state.question().ruled(team));
                return new After(more ? AfterRuling.MORE_TEAMS : AfterRuling.DONE, null, false, failed && out(segment));
            }
            return failed ? failed(state, segment, rule.team()) : new After(AfterRuling.DONE, null, false, false);
        }

        private static After failed(MatchState state, Segment segment, int team) {
            int failures = state.progress().failures().getOrDefault(team, 0) + 1;
            boolean barred = segment.buzzed()
                    && segment.buzz().barAfter() != null
                    && failures >= segment.buzz().barAfter();
            int tries = state.question().tries() + 1;
            boolean more = segment.attempts() == null || tries < segment.attempts();
            List<Integer> others = state.eligible().stream()
                    .filter(other -> other != team)
                    .sorted()
                    .toList();
            boolean anyLeft = !others.isEmpty();
            return switch (segment.afterWrong()) {
                case NEXT_QUESTION -> new After(AfterRuling.DONE, null, true, barred);
                case REOPEN_TO_OTHERS ->
                    new After(more && anyLeft ? AfterRuling.REOPEN : AfterRuling.DONE, null, true, barred);
                case REOPEN_TO_ALL -> {
                    boolean again = segment.attempts() == null ? tries < 2 : more;
                    yield new After(again ? AfterRuling.REOPEN : AfterRuling.DONE, null, false, barred);
                }
                case PASS_TO_NEXT ->
                    more && anyLeft
                            ? new After(AfterRuling.PASS, after(others, team), true, barred)
                            : new After(AfterRuling.DONE, null, true, barred);
                case TO_AUDIENCE -> new After(AfterRuling.AUDIENCE, null, true, barred);
                case OUT -> new After(AfterRuling.DONE, null, true, true);
            };
        }

        private static boolean out(Segment segment) {
            return segment.afterWrong() == AfterWrong.OUT;
        }

        /** The next seat round the stage. */
        private static int after(List<Integer> others, int team) {
            return others.stream().filter(other -> other > team).findFirst().orElse(others.getFirst());
        }
    }
}
