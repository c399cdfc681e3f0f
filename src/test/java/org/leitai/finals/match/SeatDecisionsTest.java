package org.leitai.finals.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.Points;

/** What teams do at their seats: answers, changed answers, chosen values; and rulings for all at once. */
class SeatDecisionsTest {

    private static Stage stage(int seats, String segment) {
        return new Stage(Rules.of("{ title: t, teams: 8, segments: [ " + segment + " ] }"), seats);
    }

    @Nested
    class ASlate {

        private final Stage stage = stage(
                        3, "{ title: s, kind: slate, points: { right: 10, wrong: -5 }, seconds: { think: 30 } }")
                .give(new MatchCommand.OpenSegment(0))
                .give(new MatchCommand.ShowQuestion(null, null, "1"));

        @Test
        void nothingIsTakenBeforeTheClock() {
            assertThat(stage.refusalOf(new MatchCommand.SubmitAnswer(1, "A"))).isEqualTo(MatchRefusal.NOT_NOW);
        }

        /**
         * <pre>
         * clock 0 ------ A ------ B ------ 29.999 C | 30.000 D
         *                                  taken    | too late
         * </pre>
         */
        @Test
        void theLastAnswerBeforeTheEndCounts() {
            stage.give(new MatchCommand.StartClock());
            stage.pass(Duration.ofSeconds(5));
            stage.give(new MatchCommand.SubmitAnswer(1, "A", "seat:1/1"));
            stage.pass(Duration.ofMillis(24_999));
            stage.give(new MatchCommand.SubmitAnswer(1, "C", "seat:1/3"));
            stage.pass(Duration.ofMillis(1));
            assertThat(stage.refusalOf(new MatchCommand.SubmitAnswer(1, "D"))).isEqualTo(MatchRefusal.TOO_LATE);
            assertThat(stage.state.question().answers().get(1)).isEqualTo(new SeatAnswer("C", 29_999, "seat:1/3"));
        }

        @Test
        void onceOneTeamIsRuledNobodyChangesItsAnswer() {
            stage.give(new MatchCommand.StartClock()).give(new MatchCommand.SubmitAnswer(2, "A"));
            stage.give(new MatchCommand.Rule(1, Verdict.RIGHT));
            assertThat(stage.refusalOf(new MatchCommand.SubmitAnswer(2, "B"))).isEqualTo(MatchRefusal.ALREADY_RULED);
        }

        @Test
        void allAreRuledInOneGoAndWhoWasRuledBeforeStays() {
            stage.give(new MatchCommand.StartClock());
            stage.give(new MatchCommand.Rule(2, Verdict.RIGHT));
            stage.give(new MatchCommand.RuleTogether(Map.of(1, Verdict.RIGHT, 2, Verdict.WRONG, 3, Verdict.TIMEOUT)));
            assertThat(stage.state.phase()).isEqualTo(Phase.RULED);
            assertThat(stage.score(1)).isEqualTo(Points.of(10));
            assertThat(stage.score(2)).isEqualTo(Points.of(10));
            assertThat(stage.score(3))
                    .isEqualTo(stage.state.question().shown().points().timeout());
            assertThat(Match.fold(stage.rules, stage.teams, stage.log)).isEqualTo(stage.state);
        }

        @Test
        void nothingLeftToRuleIsRefused() {
            stage.give(new MatchCommand.StartClock());
            assertThat(stage.refusalOf(new MatchCommand.RuleTogether(Map.of()))).isEqualTo(MatchRefusal.ALREADY_RULED);
            assertThat(stage.refusalOf(new MatchCommand.RuleTogether(Map.of(9, Verdict.RIGHT))))
                    .isEqualTo(MatchRefusal.UNKNOWN_TEAM);
        }
    }

    @Nested
    class AChosenValue {

        private final Stage stage = stage(
                        2, "{ title: r, kind: risk, questions: 2, risk: [ { value: 10, perTeam: 1 }, { value: 20 } ] }")
                .give(new MatchCommand.OpenSegment(0));

        @Test
        void onlyTheTeamOnTurnChoosesAndOnlyWhatThereIs() {
            assertThat(stage.refusalOf(choose(2, 10))).isEqualTo(MatchRefusal.NOT_ON_TURN);
            assertThat(stage.refusalOf(choose(1, 15))).isEqualTo(MatchRefusal.RISK_VALUE);
            stage.give(choose(1, 10)).give(new MatchCommand.ShowQuestion(null, null, "1"));
            assertThat(stage.refusalOf(choose(1, 20))).isEqualTo(MatchRefusal.NOT_NOW);
            stage.give(new MatchCommand.Rule(1, Verdict.RIGHT)).give(new MatchCommand.NextQuestion());
            assertThat(stage.refusalOf(choose(1, 10))).isEqualTo(MatchRefusal.RISK_SPENT);
        }

        @Test
        void theQuestionIsShownForTheLastValueChosen() {
            stage.give(choose(1, 10)).give(choose(1, 20));
            assertThat(stage.state.chosenValue()).contains(Points.of(20));
            stage.give(new MatchCommand.ShowQuestion(null, null, "1"));
            assertThat(stage.state.question().shown().value()).isEqualTo(Points.of(20));
            assertThat(stage.state.chosenValue()).isEmpty();
        }

        @Test
        void theHostMayShowAnother() {
            stage.give(choose(1, 10)).give(new MatchCommand.ShowQuestion(null, Points.of(20), "1"));
            assertThat(stage.state.question().shown().value()).isEqualTo(Points.of(20));
        }

        @Test
        void withoutAChoiceTheHostHasToName() {
            assertThat(stage.refusalOf(new MatchCommand.ShowQuestion(null, null, "1")))
                    .isEqualTo(MatchRefusal.RISK_VALUE);
        }

        @Test
        void withoutAClockAnAnswerIsTakenAtOnce() {
            stage.give(choose(1, 10)).give(new MatchCommand.ShowQuestion(null, null, "1"));
            stage.give(new MatchCommand.SubmitAnswer(1, "A"));
            assertThat(stage.refusalOf(new MatchCommand.SubmitAnswer(2, "A"))).isEqualTo(MatchRefusal.NOT_ON_TURN);
        }

        private static MatchCommand choose(int team, int value) {
            return new MatchCommand.ChooseValue(team, Points.of(value));
        }
    }
}
