package org.leitai.finals.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.finals.match.Decision;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.match.TeamSeat;
import org.leitai.finals.match.Verdict;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.finals.seat.DeskFacts;
import org.leitai.finals.seat.LinkCheck;
import org.leitai.kernel.Points;

/** What a seat shows, state by state, and that no key is among it. */
class SeatViewsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");
    private static final List<QuestionText> QUESTIONS =
            List.of(new QuestionText("stem", List.of("A. a", "B. b"), "B", "canary-why", "", null));

    private MatchState match;

    private void play(String segment, MatchCommand... commands) {
        String yaml = "{ title: t, lifelines: [ { code: phone, title: 场外, count: 1 } ], segments: [ " + segment + " ] }";
        var rules = ((MatchRulesFormat.Result.Valid) new MatchRulesFormat().read(yaml)).rules();
        match = Match.start(rules, List.of(new TeamSeat(1, "甲"), new TeamSeat(2, "乙")));
        give(new MatchCommand.OpenSegment(0));
        Stream.of(commands).forEach(this::give);
    }

    private void give(MatchCommand command) {
        var accepted = (Decision.Accepted) Match.decide(match, command, NOW);
        for (MatchEvent event : accepted.events()) {
            match = match.apply(new Stamped(match.version() + 1, NOW, "t", event));
        }
    }

    private StageState.SeatView seat(int team) {
        return seat(team, DeskFacts.NONE);
    }

    private StageState.SeatView seat(int team, DeskFacts facts) {
        return new StageStates("t", any -> QUESTIONS.getFirst(), any -> 0)
                .of(match, new Audience.SeatOf(team), NOW, facts)
                .seat();
    }

    @Nested
    class ABuzz {

        private static final String BUZZER = "{ title: b, kind: buzzer, points: { right: 10, foul: -5 },"
                + " seconds: { answer: 20 }, buzz: { foul: %s } }";

        @Test
        void fromReadyToRuled() {
            play(BUZZER.formatted("minus"), new MatchCommand.ShowQuestion(null, null, "1"));
            assertThat(seat(1).state()).isEqualTo("ready");
            give(new MatchCommand.OpenBuzz());
            assertThat(seat(1).state()).isEqualTo("armed");
            give(new MatchCommand.Award(1));
            give(new MatchCommand.Follow(2, 38_000_000, false));
            assertThat(seat(1).state()).isEqualTo("answering");
            assertThat(seat(1).place()).isEqualTo(1);
            assertThat(seat(2).state()).isEqualTo("behind");
            assertThat(seat(2).gapMillis()).isEqualTo(38);
            give(new MatchCommand.SubmitAnswer(1, "B"));
            assertThat(seat(1).state()).isEqualTo("submitted");
            assertThat(seat(1).task().answer()).containsExactly("B");
            assertThat(seat(2).task().answer()).isNull();
            give(new MatchCommand.Rule(1, Verdict.RIGHT));
            assertThat(seat(1).state()).isEqualTo("ruled");
            assertThat(seat(1).task().points()).isEqualTo("+10");
        }

        @Test
        void aFalseStartThatOnlyLocksMayPressAgainOnceItIsOpen() {
            play(
                    BUZZER.formatted("minus"),
                    new MatchCommand.ShowQuestion(null, null, "1"),
                    new MatchCommand.FalseStart(1));
            assertThat(seat(1).state()).isEqualTo("false-start");
            assertThat(seat(1).task().canBuzzAgain()).isTrue();
            assertThat(seat(2).state()).isEqualTo("ready");
            give(new MatchCommand.OpenBuzz());
            assertThat(seat(1).state()).isEqualTo("armed");
        }

        @Test
        void aFalseStartThatLosesTheQuestionStays() {
            play(
                    BUZZER.formatted("lose-question"),
                    new MatchCommand.ShowQuestion(null, null, "1"),
                    new MatchCommand.FalseStart(1),
                    new MatchCommand.OpenBuzz());
            assertThat(seat(1).state()).isEqualTo("false-start");
            assertThat(seat(1).task().canBuzzAgain()).isFalse();
            assertThat(seat(1).nonce()).isNull();
        }
    }

    @Test
    void aSlateWaitsForTheClockAndStandsStillInAPause() {
        play(
                "{ title: s, kind: slate, seconds: { think: 20 } }",
                new MatchCommand.ShowQuestion(null, null, "1"));
        assertThat(seat(1).state()).isEqualTo("ready");
        assertThat(seat(1).task().open()).isFalse();
        give(new MatchCommand.StartClock());
        assertThat(seat(1).state()).isEqualTo("answering");
        assertThat(seat(1).task().form()).isEqualTo("single");
        assertThat(seat(1).task().open()).isTrue();
        give(new MatchCommand.Pause("x"));
        assertThat(seat(1).state()).isEqualTo("paused");
        assertThat(seat(1).task().open()).isFalse();
    }

    @Test
    void onlyTheTeamOnTurnChoosesItsValue() {
        play("{ title: r, kind: risk, risk: [ { value: 10, perTeam: 1 }, { value: 20 } ] }");
        assertThat(seat(1).state()).isEqualTo("choose");
        assertThat(seat(1).task().values())
                .containsExactly(new StageState.Value("10", 1), new StageState.Value("20", 99));
        assertThat(seat(2).state()).isEqualTo("closed");
        assertThat(seat(2).task().values()).isNull();
        give(new MatchCommand.ChooseValue(1, Points.of(20)));
        assertThat(seat(1).task().chosen()).isEqualTo("20");
    }

    @Test
    void pressesAreTriedOutOnlyWhileNothingIsOn() {
        var facts = new DeskFacts(3, Map.of(), Map.of(), List.of(), List.of(), List.of(), LinkCheck.Limits.USUAL);
        play("{ title: s, kind: slate, seconds: { think: 20 } }");
        assertThat(seat(1, facts).state()).isEqualTo("test");
        assertThat(seat(1, facts).nonce()).isEqualTo(-3);
        give(new MatchCommand.ShowQuestion(null, null, "1"));
        assertThat(seat(1, facts).state()).isEqualTo("ready");
    }

    @Test
    void noPictureOfASeatNamesTheKey() {
        play("{ title: s, kind: slate, seconds: { think: 20 } }", new MatchCommand.ShowQuestion(null, null, "1"));
        give(new MatchCommand.StartClock());
        give(new MatchCommand.SubmitAnswer(2, "A"));
        var seen = new ArrayList<StageState>();
        Stream.of(new Audience.Screen(), new Audience.Public(), new Audience.SeatOf(1))
                .forEach(audience -> seen.add(new StageStates("t", any -> QUESTIONS.getFirst(), any -> 0).of(match, audience, NOW)));
        assertThat(seen).allSatisfy(state -> {
            assertThat(state.answer()).isNull();
            assertThat(state.slates()).isNull();
            assertThat(state.host()).isNull();
            assertThat(state.toString()).doesNotContain("canary");
        });
    }

    @Test
    void theHostSeesWhatTheKeyProposes() {
        play("{ title: s, kind: slate, seconds: { think: 20 } }", new MatchCommand.ShowQuestion(null, null, "1"));
        give(new MatchCommand.StartClock());
        give(new MatchCommand.SubmitAnswer(1, "B"));
        DeskView desk = new StageStates("t", any -> QUESTIONS.getFirst(), any -> 0)
                .of(match, new Audience.Host(), NOW)
                .host()
                .seats();
        assertThat(desk.answers())
                .containsExactly(
                        new DeskView.Answered(0, "B. b", 0L, "right", null),
                        new DeskView.Answered(1, null, null, "timeout", null));
        assertThat(DeskViews.proposals(match, QUESTIONS.getFirst()))
                .isEqualTo(Map.of(1, Verdict.RIGHT, 2, Verdict.TIMEOUT));
        assertThat(desk.together()).isTrue();
    }
}
