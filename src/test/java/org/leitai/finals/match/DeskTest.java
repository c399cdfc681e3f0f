package org.leitai.finals.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.Points;

/** What hosts, scorekeepers and judges do besides the questions. */
class DeskTest {

    private static Stage stage(String segment) {
        return new Stage(Rules.of("title: t\nteams: 8\nfloor: 0\nsegments:\n  - { title: a, " + segment + " }"), 3)
                .give(new MatchCommand.OpenSegment(0))
                .give(new MatchCommand.ShowQuestion(null, null, "7"));
    }

    /**
     * <pre>
     * 0          2.999  3
     * |---3-2-1---|-----|--open-->
     * </pre>
     */
    @Nested
    class ACountdown {

        private final Stage stage = stage(
                "kind: buzzer, questions: 5, points: { right: 10, foul: -5 }, buzz: { opening: countdown-321, foul: minus }");

        @Test
        void opensTheBuzzAtItsEndAndNotBefore() {
            assertThat(stage.state.nextAction()).isEqualTo(NextAction.COUNT_DOWN);
            stage.give(new MatchCommand.StartCountdown());
            assertThat(stage.state.nextAction()).isEqualTo(NextAction.COUNTING);
            stage.pass(Duration.ofMillis(2999));
            assertThat(stage.refusalOf(new MatchCommand.OpenBuzz())).isEqualTo(MatchRefusal.NOT_NOW);
            stage.pass(Duration.ofMillis(1));
            stage.give(new MatchCommand.OpenBuzz());
            assertThat(stage.state.phase()).isEqualTo(Phase.BUZZ_ARMED);
            assertThat(stage.state.counting()).isFalse();
        }

        @Test
        void keepsTheNonceSoThatAPressInItIsAFalseStart() {
            long nonce = stage.state.buzzNonce();
            stage.give(new MatchCommand.StartCountdown()).give(new MatchCommand.FalseStart(2));
            assertThat(stage.state.buzzNonce()).isEqualTo(nonce);
            assertThat(stage.state.counting()).isTrue();
        }

        @Test
        void canBeCancelledAndBegunAgain() {
            stage.give(new MatchCommand.StartCountdown());
            assertThat(stage.refusalOf(new MatchCommand.StartCountdown())).isEqualTo(MatchRefusal.NOT_NOW);
            stage.give(new MatchCommand.CancelCountdown());
            assertThat(stage.refusalOf(new MatchCommand.CancelCountdown())).isEqualTo(MatchRefusal.NOT_NOW);
            stage.give(new MatchCommand.StartCountdown());
            assertThat(stage.state.clock().remainingMillis(stage.now)).isEqualTo(3000);
        }

        @Test
        void standsStillInAPause() {
            stage.give(new MatchCommand.StartCountdown());
            stage.pass(Duration.ofMillis(1200));
            stage.give(new MatchCommand.Pause("r"));
            stage.pass(Duration.ofSeconds(60));
            stage.give(new MatchCommand.Resume());
            assertThat(stage.state.clock().remainingMillis(stage.now)).isEqualTo(1800);
        }

        @Test
        void isUndoneTogetherWithTheOpeningThatItLedTo() {
            stage.give(new MatchCommand.StartCountdown());
            stage.pass(Duration.ofSeconds(3));
            stage.give(new MatchCommand.OpenBuzz());
            stage.give(new MatchCommand.Undo(null, "r"));
            assertThat(stage.state.counting()).isFalse();
            assertThat(stage.state.nextAction()).isEqualTo(NextAction.COUNT_DOWN);
        }

        @Test
        void isOnlyThereWhereTheRulesSaySo() {
            Stage other = stage("kind: buzzer, points: { right: 10 }");
            assertThat(other.refusalOf(new MatchCommand.StartCountdown())).isEqualTo(MatchRefusal.NOT_NOW);
        }
    }

    @Nested
    class AProtest {

        private final Stage stage = stage("kind: required, points: { right: 10, wrong: -5 }")
                .give(new MatchCommand.Rule(1, Verdict.WRONG))
                .give(new MatchCommand.RaiseProtest(1, "the bank says B"));

        private long id() {
            return stage.state.desk().open().getFirst().id();
        }

        @Test
        void remembersTheQuestionAlsoWhenItIsClosed() {
            stage.give(new MatchCommand.NextQuestion());
            assertThat(stage.state.desk().open()).singleElement().satisfies(open -> {
                assertThat(open.about().itemRef()).isEqualTo("7");
                assertThat(open.about().number()).isEqualTo(1);
            });
        }

        @Test
        void isRaisedOnceAndWithAReason() {
            assertThat(stage.refusalOf(new MatchCommand.RaiseProtest(1, "again")))
                    .isEqualTo(MatchRefusal.PROTEST_OPEN);
            assertThat(stage.refusalOf(new MatchCommand.RaiseProtest(2, " "))).isEqualTo(MatchRefusal.REASON_MISSING);
        }

        @Test
        void keepsTheMatchFromEnding() {
            assertThat(stage.refusalOf(new MatchCommand.Finish())).isEqualTo(MatchRefusal.PROTESTS_LEFT);
            stage.give(new MatchCommand.SettleProtest(id(), ProtestOutcome.REJECTED, Map.of(), "read again"));
            stage.give(new MatchCommand.Finish());
        }

        @Test
        void changesPointsWhenItIsUpheldNeverBelowTheFloor() {
            var points = Map.of(1, Points.of(15), 2, Points.of(-10));
            stage.give(new MatchCommand.SettleProtest(id(), ProtestOutcome.UPHELD, points, "two keys are right"));
            assertThat(stage.score(1)).isEqualTo(Points.of(15));
            assertThat(stage.score(2)).isEqualTo(Points.ZERO);
            assertThat(stage.state.score(1).bySegment()).containsExactly(Points.of(15));
            assertThat(stage.state.desk().open()).isEmpty();
        }

        @Test
        void changesNothingWhenItIsRejected() {
            assertThat(stage.refusalOf(new MatchCommand.SettleProtest(
                            id(), ProtestOutcome.REJECTED, Map.of(1, Points.of(1)), "r")))
                    .isEqualTo(MatchRefusal.PROTEST_POINTS);
        }

        @Test
        void isSettledOnceAndAnUndoOpensItAgain() {
            long id = id();
            stage.give(new MatchCommand.SettleProtest(id, ProtestOutcome.REJECTED, Map.of(), "r"));
            assertThat(stage.refusalOf(new MatchCommand.SettleProtest(id, ProtestOutcome.UPHELD, Map.of(), "r")))
                    .isEqualTo(MatchRefusal.UNKNOWN_PROTEST);
            stage.give(new MatchCommand.Undo(null, "r"));
            assertThat(stage.state.desk().open()).hasSize(1);
        }

        @Test
        void mayBeRaisedAndSettledInAPause() {
            stage.give(new MatchCommand.Pause("jury"))
                    .give(new MatchCommand.RaiseProtest(2, "r"))
                    .give(new MatchCommand.SettleProtest(id(), ProtestOutcome.REJECTED, Map.of(), "r"));
        }
    }

    @Nested
    class TheLead {

        private final Stage stage = stage("kind: required, points: { right: 10 }");

        @Test
        void isNotGivenBackByAnUndo() {
            stage.give(new MatchCommand.TakeLead("first"))
                    .give(new MatchCommand.Rule(1, Verdict.RIGHT))
                    .give(new MatchCommand.TakeLead("second"))
                    .give(new MatchCommand.Undo(null, "r"));
            assertThat(stage.state.desk().lead()).isEqualTo("second");
            assertThat(stage.state.question().rulings()).isEmpty();
            stage.give(new MatchCommand.TakeLead("third")).give(new MatchCommand.Undo(0L, "all"));
            assertThat(stage.state.desk().lead()).isEqualTo("third");
        }

        @Test
        void isTakenOnce() {
            stage.give(new MatchCommand.TakeLead("first"));
            assertThat(stage.refusalOf(new MatchCommand.TakeLead("first"))).isEqualTo(MatchRefusal.NOT_NOW);
        }
    }

    @Nested
    class ThePanel {

        private final Stage stage = stage("kind: judged, points: { right: 10 }, panel: { judges: 3 }");

        private void score(String judge, int points) {
            stage.give(new MatchCommand.JudgeScore(judge, 1, Map.of("", Points.of(points))));
        }

        @Test
        void hasAPlaceForSoManyAndNoMore() {
            List.of("a", "b", "c").forEach(judge -> score(judge, 8));
            assertThat(stage.refusalOf(new MatchCommand.JudgeScore("d", 1, Map.of("", Points.of(1)))))
                    .isEqualTo(MatchRefusal.PANEL_FULL);
        }

        @Test
        void letsAJudgeCorrectUntilTheRuling() {
            List.of("a", "b", "c").forEach(judge -> score(judge, 6));
            score("b", 9);
            stage.give(new MatchCommand.Rule(1, Verdict.RIGHT));
            assertThat(stage.score(1)).isEqualTo(Points.of(7));
            assertThat(stage.refusalOf(new MatchCommand.JudgeScore("b", 1, Map.of("", Points.of(1)))))
                    .isEqualTo(MatchRefusal.NOT_NOW);
        }

        @Test
        void isWaitedForUnlessAReasonIsGiven() {
            score("a", 8);
            assertThat(stage.state.nextAction()).isEqualTo(NextAction.JUDGE);
            assertThat(stage.refusalOf(new MatchCommand.Rule(1, Verdict.RIGHT))).isEqualTo(MatchRefusal.JUDGES_MISSING);
            stage.give(new MatchCommand.Rule(1, Verdict.RIGHT, null, "two judges have left"));
            assertThat(stage.score(1)).isEqualTo(Points.of(8));
        }

        @Test
        void isCompleteWithItsLastScore() {
            List.of("a", "b", "c").forEach(judge -> score(judge, 8));
            assertThat(stage.state.nextAction()).isEqualTo(NextAction.RULE);
        }
    }
}
