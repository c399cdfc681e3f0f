package org.leitai.finals.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.finals.rules.TieKey;
import org.leitai.kernel.Points;

class MatchTest {

    private static final String BUZZER =
            "  - { title: b, kind: buzzer, questions: 5, points: { right: 10, wrong: -10, foul: -10 },"
                    + " seconds: { startWithin: 5, answer: 20, nobody: 3 }, ";

    private static Stage stage(int seats, String... segments) {
        return new Stage(Rules.of("title: t\nteams: 8\nsegments:\n" + String.join("\n", segments)), seats);
    }

    private static Stage required() {
        return stage(
                        3,
                        "  - { title: a, kind: required, questions: 1, passes: 2, points: { right: 10 }, seconds: { think: 30 }, order: serpentine }")
                .give(new MatchCommand.OpenSegment(0));
    }

    private static void answer(Stage stage, Verdict verdict) {
        stage.give(new MatchCommand.ShowQuestion(null, null, "i"));
        stage.give(new MatchCommand.Rule(stage.state.question().team(), verdict));
        stage.give(new MatchCommand.NextQuestion());
    }

    @Test
    void theLargeButtonLeadsThroughAQuestion() {
        Stage stage = required();
        assertThat(stage.state.nextAction()).isEqualTo(NextAction.SHOW_QUESTION);
        stage.give(new MatchCommand.ShowQuestion(null, null, "i"));
        assertThat(stage.state.nextAction()).isEqualTo(NextAction.START_CLOCK);
        stage.give(new MatchCommand.StartClock());
        assertThat(stage.state.nextAction()).isEqualTo(NextAction.RULE);
        stage.give(new MatchCommand.Rule(1, Verdict.RIGHT));
        assertThat(stage.state.nextAction()).isEqualTo(NextAction.REVEAL_ANSWER);
        stage.give(new MatchCommand.RevealAnswer());
        assertThat(stage.state.nextAction()).isEqualTo(NextAction.NEXT_QUESTION);
    }

    @Test
    void serpentineOrderTurnsRoundAfterEachPass() {
        Stage stage = required();
        List<Integer> order = new java.util.ArrayList<>();
        while (stage.state.nextAction() == NextAction.SHOW_QUESTION) {
            order.add(stage.state.teamOnTurn().orElseThrow());
            answer(stage, Verdict.RIGHT);
        }
        assertThat(order).containsExactly(1, 2, 3, 3, 2, 1);
        assertThat(stage.refusalOf(new MatchCommand.ShowQuestion(null, null, "i")))
                .isEqualTo(MatchRefusal.NO_MORE_QUESTIONS);
    }

    @Test
    void aSecondClickOnCorrectChangesNothing() {
        Stage stage = required()
                .give(new MatchCommand.ShowQuestion(null, null, "i"))
                .give(new MatchCommand.Rule(1, Verdict.RIGHT));
        assertThat(stage.refusalOf(new MatchCommand.Rule(1, Verdict.RIGHT))).isEqualTo(MatchRefusal.NOT_NOW);
        assertThat(stage.score(1)).isEqualTo(Points.of(10));
    }

    @Test
    void eventsMustFollowOnTheVersion() {
        Stage stage = required();
        var again = new Stamped(1, Stage.START, "host", new MatchEvent.Resumed());
        assertThatThrownBy(() -> stage.state.apply(again)).isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class APause {

        @Test
        void stopsTheClockAndLeavesTheSameTime() {
            Stage stage = required()
                    .give(new MatchCommand.ShowQuestion(null, null, "i"))
                    .give(new MatchCommand.StartClock());
            stage.pass(Duration.ofMillis(12_345));
            stage.give(new MatchCommand.Pause("network"));
            stage.pass(Duration.ofSeconds(90));
            assertThat(stage.state.clock().remainingMillis(stage.now)).isEqualTo(17_655);
            assertThat(stage.refusalOf(new MatchCommand.Rule(1, Verdict.RIGHT))).isEqualTo(MatchRefusal.PAUSED);
            assertThat(stage.state.nextAction()).isEqualTo(NextAction.RESUME);
            stage.give(new MatchCommand.Resume());
            assertThat(stage.state.clock().remainingMillis(stage.now)).isEqualTo(17_655);
            stage.pass(Duration.ofMillis(17_654));
            stage.give(new MatchCommand.SubmitAnswer(1, "A"));
            stage.pass(Duration.ofMillis(1));
            assertThat(stage.refusalOf(new MatchCommand.SubmitAnswer(1, "B"))).isEqualTo(MatchRefusal.TOO_LATE);
        }
    }

    @Nested
    class ABuzz {

        private final Stage stage = stage(3, BUZZER + "buzz: { foul: void, deadHeat: buzz-again } }")
                .give(new MatchCommand.OpenSegment(0))
                .give(new MatchCommand.ShowQuestion(null, null, "i"));

        @Test
        void hasItsNonceFromTheMomentTheQuestionIsShownAndANewOneWhenOpenedAgain() {
            long shown = stage.state.buzzNonce();
            stage.give(new MatchCommand.OpenBuzz());
            assertThat(stage.state.buzzNonce()).isEqualTo(shown);
            stage.give(new MatchCommand.OpenBuzz());
            assertThat(stage.state.buzzNonce()).isGreaterThan(shown);
        }

        @Test
        void startsTheClockOfTheFirstWord() {
            stage.give(new MatchCommand.OpenBuzz()).give(new MatchCommand.Award(2));
            assertThat(stage.state.clock().kind()).isEqualTo(ClockKind.START_WITHIN);
            assertThat(stage.state.clock().durationMillis()).isEqualTo(5000);
            stage.give(new MatchCommand.StartClock());
            assertThat(stage.state.clock().kind()).isEqualTo(ClockKind.ANSWER);
        }

        @Test
        void isSettledByTheHostOnlyInADeadHeat() {
            stage.give(new MatchCommand.OpenBuzz()).give(new MatchCommand.Award(2));
            stage.give(new MatchCommand.Follow(3, 900_000_000L, false));
            assertThat(stage.refusalOf(new MatchCommand.Award(3))).isEqualTo(MatchRefusal.NOT_NOW);
            stage.give(new MatchCommand.Follow(1, 40_000, true)).give(new MatchCommand.Award(1));
            assertThat(stage.state.teamOnTurn()).contains(1);
            stage.give(new MatchCommand.OpenBuzz());
            assertThat(stage.state.phase()).isEqualTo(Phase.BUZZ_ARMED);
        }

        @Test
        void aFoulThatVoidsTheQuestionKeepsItsPoints() {
            stage.give(new MatchCommand.FalseStart(2));
            assertThat(stage.state.phase()).isEqualTo(Phase.RULED);
            assertThat(stage.score(2)).isEqualTo(Points.of(-10));
        }

        @Test
        void nobodyWantsCountsAsAQuestion() {
            stage.give(new MatchCommand.OpenBuzz());
            assertThat(stage.state.clock().kind()).isEqualTo(ClockKind.NOBODY);
            stage.give(new MatchCommand.Lapse()).give(new MatchCommand.NextQuestion());
            assertThat(stage.state.progress().number()).isEqualTo(1);
        }
    }

    @Test
    void aQuestionThatNobodyWantsMayBeReplaced() {
        Stage stage = stage(3, BUZZER + "buzz: { nobody: replace } }")
                .give(new MatchCommand.OpenSegment(0))
                .give(new MatchCommand.ShowQuestion(null, null, "i"))
                .give(new MatchCommand.OpenBuzz())
                .give(new MatchCommand.Lapse());
        assertThat(stage.state.progress().number()).isZero();
    }

    @Test
    void escalatingFoulsCostMoreEachTime() {
        Stage stage = stage(2, BUZZER + "buzz: { foul: escalating } }").give(new MatchCommand.OpenSegment(0));
        for (int i = 0; i < 3; i++) {
            stage.give(new MatchCommand.ShowQuestion(null, null, "i")).give(new MatchCommand.FalseStart(1));
            assertThat(stage.refusalOf(new MatchCommand.FalseStart(1))).isEqualTo(MatchRefusal.LOCKED_OUT);
            stage.give(new MatchCommand.Lapse()).give(new MatchCommand.NextQuestion());
        }
        assertThat(stage.score(1)).isEqualTo(Points.of(-60));
    }

    @Nested
    class Undoing {

        @Test
        void takesTheLastStepOfTheHostWithWhatSeatsSentSince() {
            Stage stage = stage(3, BUZZER + "buzz: {} }")
                    .give(new MatchCommand.OpenSegment(0))
                    .give(new MatchCommand.ShowQuestion(null, null, "i"))
                    .give(new MatchCommand.OpenBuzz())
                    .give(new MatchCommand.Award(2))
                    .give(new MatchCommand.Follow(1, 5, true))
                    .give(new MatchCommand.Undo(null, "slip"));
            assertThat(stage.state.phase()).isEqualTo(Phase.BUZZ_ARMED);
            assertThat(stage.state.version()).isEqualTo(6);
            stage.give(new MatchCommand.Redo(null));
            assertThat(stage.state.buzzes()).hasSize(2);
        }

        @Test
        void wantsAReasonAndSomethingToUndo() {
            Stage stage = required();
            assertThat(stage.refusalOf(new MatchCommand.Undo(null, " "))).isEqualTo(MatchRefusal.REASON_MISSING);
            stage.give(new MatchCommand.Undo(0L, "slip"));
            assertThat(stage.refusalOf(new MatchCommand.Undo(null, "slip"))).isEqualTo(MatchRefusal.NOTHING_TO_UNDO);
            stage.give(new MatchCommand.Redo(null));
            assertThat(stage.refusalOf(new MatchCommand.Redo(null))).isEqualTo(MatchRefusal.NOTHING_TO_REDO);
        }
    }

    @Nested
    class Places {

        @Test
        void areSharedByEqualsAndTheNextIsSkipped() {
            Stage stage = required();
            answer(stage, Verdict.RIGHT);
            answer(stage, Verdict.RIGHT);
            assertThat(stage.state.ranking()).extracting(Standing::rank).containsExactly(1, 1, 3);
        }

        @Test
        void areDecidedByThePlayOffWithoutTouchingTheScore() {
            Stage stage = new Stage(Rules.of("""
                            title: t
                            teams: 3
                            tieBreak: [play-off]
                            segments:
                              - { title: p, kind: play-off, questions: 0, points: { right: 10 }, buzz: {} }
                            """), 3);
            stage.give(new MatchCommand.OpenSegment(0, List.of(2, 3)))
                    .give(new MatchCommand.ShowQuestion(null, null, "i"))
                    .give(new MatchCommand.OpenBuzz());
            assertThat(stage.refusalOf(new MatchCommand.Award(1))).isEqualTo(MatchRefusal.LOCKED_OUT);
            stage.give(new MatchCommand.Award(3)).give(new MatchCommand.Rule(3, Verdict.RIGHT));
            assertThat(stage.state.ranking()).extracting(Standing::team).containsExactly(3, 1, 2);
            assertThat(stage.state.ranking().get(1).decidedBy()).isEqualTo(TieKey.PLAY_OFF);
            assertThat(stage.score(3)).isEqualTo(Points.ZERO);
        }

        @Test
        void stayHiddenWhileFrozenAndAreRevealedFromTheLastUp() {
            Stage stage = required().give(new MatchCommand.Freeze());
            answer(stage, Verdict.RIGHT);
            assertThat(stage.state.publicRanking()).extracting(Standing::score).containsOnly(Points.ZERO);
            assertThat(stage.state.ranking().getFirst().score()).isEqualTo(Points.of(10));
            stage.give(new MatchCommand.RevealStep());
            assertThat(stage.state.revealed()).containsExactly(2, 3);
            stage.give(new MatchCommand.RevealStep());
            assertThat(stage.state.revealed()).containsExactly(2, 3, 1);
            assertThat(stage.refusalOf(new MatchCommand.RevealStep())).isEqualTo(MatchRefusal.ALL_REVEALED);
        }
    }

    @Test
    void judgesPointsAreWeightedAndAveragedWithoutTheExtremes() {
        Stage stage = stage(
                        2,
                        "  - { title: j, kind: judged, panel: { averaging: mean-without-extremes,"
                                + " parts: [{ name: x, max: 100, weight: 60 }, { name: y, max: 100, weight: 40 }] } }")
                .give(new MatchCommand.OpenSegment(0))
                .give(new MatchCommand.ShowQuestion(null, null, "i"));
        assertThat(stage.refusalOf(new MatchCommand.Rule(1, Verdict.RIGHT))).isEqualTo(MatchRefusal.NO_JUDGE_SCORES);
        assertThat(stage.refusalOf(new MatchCommand.JudgeScore("a", 1, Map.of("x", Points.of(1)))))
                .isEqualTo(MatchRefusal.JUDGE_SCORE);
        List.of("90", "85.55", "10", "100")
                .forEach(x -> stage.give(
                        new MatchCommand.JudgeScore(x, 1, Map.of("x", Points.parse(x), "y", Points.of(50)))));
        stage.give(new MatchCommand.Rule(1, Verdict.RIGHT));
        assertThat(stage.score(1)).isEqualTo(Points.parse("72.67"));
    }

    @Test
    void aSetRunsUnderOneClockUntilTheTurnIsEnded() {
        Stage stage = stage(
                        2, "  - { title: s, kind: speed, questions: 9, points: { right: 10 }, seconds: { set: 40 } }")
                .give(new MatchCommand.OpenSegment(0))
                .give(new MatchCommand.ShowQuestion(null, null, "i"))
                .give(new MatchCommand.StartClock());
        stage.pass(Duration.ofSeconds(15));
        stage.give(new MatchCommand.Rule(1, Verdict.RIGHT));
        assertThat(stage.state.nextAction()).isEqualTo(NextAction.SHOW_QUESTION);
        stage.give(new MatchCommand.ShowQuestion(null, null, "i"));
        assertThat(stage.state.phase()).isEqualTo(Phase.CLOCK_RUNNING);
        assertThat(stage.state.clock().remainingMillis(stage.now)).isEqualTo(25_000);
        stage.give(new MatchCommand.EndTurn("time"));
        assertThat(stage.state.teamOnTurn()).contains(2);
    }

    @Test
    void aRiskValueIsTakenFromTheStock() {
        Stage stage = stage(
                        1, "  - { title: r, kind: risk, passes: 3, risk: [{ value: 20, perTeam: 1 }, { value: 30 }] }")
                .give(new MatchCommand.OpenSegment(0));
        assertThat(stage.refusalOf(new MatchCommand.ShowQuestion(null, null, "i")))
                .isEqualTo(MatchRefusal.RISK_VALUE);
        stage.give(new MatchCommand.ShowQuestion(null, Points.of(20), "i"))
                .give(new MatchCommand.Rule(1, Verdict.TIMEOUT));
        assertThat(stage.score(1)).isEqualTo(Points.of(-20));
        assertThat(stage.refusalOf(new MatchCommand.ShowQuestion(null, Points.of(20), "i")))
                .isEqualTo(MatchRefusal.RISK_SPENT);
        stage.give(new MatchCommand.VoidQuestion("faulty"));
        assertThat(stage.score(1)).isEqualTo(Points.ZERO);
        assertThat(stage.state.riskStock(1)).containsEntry(Points.of(20), 1);
    }

    @Test
    void aLifelineIsUsedUp() {
        Stage stage = new Stage(Rules.of("""
                        title: t
                        teams: 2
                        lifelines: [{ code: hall, title: h, seconds: 10 }]
                        segments:
                          - { title: a, kind: required, points: { right: 10 }, seconds: { think: 30 } }
                        """), 2);
        stage.give(new MatchCommand.OpenSegment(0)).give(new MatchCommand.ShowQuestion(null, null, "i"));
        assertThat(stage.refusalOf(new MatchCommand.UseLifeline(2, "hall"))).isEqualTo(MatchRefusal.NOT_ON_TURN);
        assertThat(stage.refusalOf(new MatchCommand.UseLifeline(1, "x"))).isEqualTo(MatchRefusal.UNKNOWN_LIFELINE);
        stage.give(new MatchCommand.UseLifeline(1, "hall"));
        assertThat(stage.refusalOf(new MatchCommand.UseLifeline(1, "hall"))).isEqualTo(MatchRefusal.LIFELINE_SPENT);
    }

    @Test
    void theFirstWhoIsOutOfADuelEndsItsPair() {
        Stage stage = stage(4, "  - { title: d, kind: duel, questions: 0, afterWrong: out }")
                .give(new MatchCommand.OpenSegment(0));
        answer(stage, Verdict.RIGHT);
        answer(stage, Verdict.RIGHT);
        answer(stage, Verdict.WRONG);
        assertThat(stage.state.teamOnTurn()).contains(3);
        answer(stage, Verdict.RIGHT);
        answer(stage, Verdict.TIMEOUT);
        assertThat(stage.state.teamOnTurn()).isEmpty();
        assertThat(stage.state.progress().out()).containsExactlyInAnyOrder(1, 4);
    }
}
