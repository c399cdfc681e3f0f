package org.leitai.finals.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.finals.match.Decision;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.MatchRefusal;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Scene;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.match.TeamSeat;
import org.leitai.finals.match.Verdict;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.kernel.Points;

/** What the hall sees of a match, scene by scene. */
class ScenesTest {

    private static final Instant START = Instant.parse("2026-12-01T01:00:00Z");

    private static final String RULES = """
        title: 测试规则
        teams: 3
        segments:
          - title: 必答
            kind: required
            points: { right: 10, wrong: 0 }
            seconds: { think: 20 }
          - title: 抢答
            kind: buzzer
            questions: 2
            points: { right: 10, wrong: -10 }
            seconds: { answer: 15 }
          - title: 风险
            kind: risk
            risk: [{ value: 10 }, { value: 20 }]
            seconds: { think: 30 }
        """;

    private static final QuestionText QUESTION = new QuestionText("题干", List.of(), "答案", "", "", null);

    private final StageStates pictures = new StageStates("决赛", item -> QUESTION, team -> 0);
    private MatchState state = start();

    @Test
    void everySceneOfTheHostHasAPictureOfItsOwn() {
        give(new MatchCommand.OpenSegment(0));
        List<String> shown = Arrays.stream(Scene.values())
                .filter(scene -> scene != Scene.PLAY && scene != Scene.FROZEN)
                .map(scene -> {
                    give(new MatchCommand.ShowScene(scene));
                    return screen().scene();
                })
                .toList();
        assertThat(shown)
                .containsExactly("opening", "parade", "segment", "board", "cheer", "reveal", "final", "break")
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutASegmentThereIsNoTitleToShow() {
        give(new MatchCommand.ShowScene(Scene.SEGMENT));
        assertThat(screen().scene()).isEqualTo("opening");
    }

    @Test
    void aQuestionIsFollowedFromItsTitleToItsAnswer() {
        give(new MatchCommand.OpenSegment(0));
        assertThat(screen().scene()).isEqualTo("segment");
        give(new MatchCommand.ShowQuestion(null, null, "1"));
        assertThat(screen().scene()).isEqualTo("question");
        give(new MatchCommand.StartClock());
        assertThat(screen().scene()).isEqualTo("question");
        give(new MatchCommand.Rule(1, Verdict.RIGHT));
        assertThat(screen().scene()).isEqualTo("ruling");
        give(new MatchCommand.RevealAnswer());
        assertThat(screen().scene()).isEqualTo("answer");
        give(new MatchCommand.ShowScene(Scene.CHEER));
        assertThat(screen().scene()).isEqualTo("cheer");
        give(new MatchCommand.ShowScene(Scene.PLAY));
        assertThat(screen().scene()).isEqualTo("answer");
    }

    @Test
    void whoWonTheBuzzFillsTheScreen() {
        give(new MatchCommand.OpenSegment(1));
        give(new MatchCommand.ShowQuestion(null, null, "1"));
        give(new MatchCommand.OpenBuzz());
        give(new MatchCommand.Award(2));
        assertThat(screen().scene()).isEqualTo("buzz");
    }

    @Test
    void aFrozenMatchThatEndsShowsNoAwards() {
        give(new MatchCommand.Freeze());
        give(new MatchCommand.ShowScene(Scene.PLAY));
        give(new MatchCommand.Finish());
        assertThat(screen().scene()).isEqualTo("frozen");
        revealAll();
        give(new MatchCommand.ShowScene(Scene.PLAY));
        assertThat(screen().scene()).isEqualTo("final");
    }

    @Nested
    class TheTitleOfASegment {

        @Test
        void saysWhatItPlaysFor() {
            give(new MatchCommand.OpenSegment(1));
            StageState.Terms terms = screen().segment().terms();
            assertThat(terms.right()).isEqualTo("+10");
            assertThat(terms.wrong()).isEqualTo("-10");
            assertThat(terms.answer()).isEqualTo(15);
            assertThat(terms.think()).isNull();
        }

        @Test
        void namesTheValuesToChooseFrom() {
            give(new MatchCommand.OpenSegment(2));
            StageState.Terms terms = screen().segment().terms();
            assertThat(terms.values()).containsExactly("10", "20");
            assertThat(terms.right()).isNull();
            assertThat(terms.think()).isEqualTo(30);
        }

        @Test
        void isSilentAboutWhatCostsNothing() {
            give(new MatchCommand.OpenSegment(0));
            assertThat(screen().segment().terms().wrong()).isNull();
            give(new MatchCommand.ShowQuestion(null, null, "1"));
            assertThat(screen().segment().terms()).isNull();
        }
    }

    /** START ── break, 15 min ──▶ +15:00. */
    @Nested
    class ABreak {

        private static final long MINUTES_15 = 15 * 60_000L;

        @Test
        void endsWhenTheHostSaid() {
            give(new MatchCommand.ShowScene(Scene.BREAK, MINUTES_15));
            assertThat(screen().sceneEndsAt()).isEqualTo(START.toEpochMilli() + MINUTES_15);
        }

        @Test
        void isForgottenWithItsScene() {
            give(new MatchCommand.ShowScene(Scene.BREAK, MINUTES_15));
            give(new MatchCommand.ShowScene(Scene.SCOREBOARD));
            assertThat(screen().sceneEndsAt()).isNull();
            give(new MatchCommand.ShowScene(Scene.BREAK, MINUTES_15));
            give(new MatchCommand.OpenSegment(0));
            assertThat(screen().sceneEndsAt()).isNull();
        }

        @Test
        void outlivesWhatDoesNotChangeTheScene() {
            give(new MatchCommand.ShowScene(Scene.BREAK, MINUTES_15));
            give(new MatchCommand.Adjust(1, Points.parse("5"), "更正"));
            assertThat(screen().sceneEndsAt()).isNotNull();
        }

        @Test
        void lastsAMillisecondToADay() {
            assertThat(refusal(new MatchCommand.ShowScene(Scene.BREAK, 0L))).isEqualTo(MatchRefusal.SCENE_LENGTH);
            assertThat(refusal(new MatchCommand.ShowScene(
                            Scene.BREAK, Duration.ofDays(1).toMillis() + 1)))
                    .isEqualTo(MatchRefusal.SCENE_LENGTH);
            give(new MatchCommand.ShowScene(Scene.BREAK, Duration.ofDays(1).toMillis()));
        }

        @Test
        void ofALogThatKnewNoLengthIsStillRead() {
            assertThat(new MatchEventFormat().fromJson("{\"type\":\"scene-changed\",\"scene\":\"BREAK\"}"))
                    .isEqualTo(new MatchEvent.SceneChanged(Scene.BREAK, null));
        }
    }

    /** Team 3 leads with 20 before the freeze; after it team 1 gets 50. */
    @Nested
    class TheVeil {

        TheVeil() {
            give(new MatchCommand.Adjust(3, Points.parse("20"), "领先"));
            give(new MatchCommand.Freeze());
            give(new MatchCommand.Adjust(1, Points.parse("50"), "反超"));
        }

        @Test
        void showsScoresAsTheyWere() {
            assertThat(scores()).containsExactly("0", "0", "20");
            assertThat(screen().frozen()).isTrue();
        }

        @Test
        void isLiftedPlaceByPlaceFromTheLast() {
            give(new MatchCommand.ShowScene(Scene.REVEAL));
            assertThat(scores()).containsExactly(null, null, null);
            give(new MatchCommand.RevealStep());
            assertThat(scores()).containsExactly(null, "0", null);
            give(new MatchCommand.RevealStep());
            assertThat(scores()).containsExactly(null, "0", "20");
        }

        @Test
        void isNotLiftedByTheCeremonyOrBetweenTwoPlaces() {
            give(new MatchCommand.ShowScene(Scene.AWARDS));
            assertThat(scores()).containsExactly(null, null, null);
            give(new MatchCommand.RevealStep());
            give(new MatchCommand.ShowScene(Scene.SCOREBOARD));
            assertThat(scores()).containsExactly(null, "0", null);
        }

        @Test
        void namesNobodyByItsOrder() {
            give(new MatchCommand.ShowScene(Scene.REVEAL));
            give(new MatchCommand.RevealStep());
            assertThat(screen().teams()).extracting(StageState.Team::place).containsExactly(0, 2, 1);
        }

        @Test
        void isGoneWhenEveryPlaceIsKnown() {
            revealAll();
            give(new MatchCommand.ShowScene(Scene.AWARDS));
            assertThat(scores()).containsExactly("50", "0", "20");
            assertThat(screen().frozen()).isFalse();
            assertThat(screen().teams()).extracting(StageState.Team::rank).containsExactly(1, 3, 2);
        }

        @Test
        void hidesNothingFromTheHost() {
            StageState host = pictures.of(state, new Audience.Host(), START);
            assertThat(host.teams()).extracting(StageState.Team::score).containsExactly("50", "0", "20");
            assertThat(host.frozen()).isTrue();
        }
    }

    private void revealAll() {
        while (state.veiled()) {
            give(new MatchCommand.RevealStep());
        }
    }

    private List<String> scores() {
        return screen().teams().stream().map(StageState.Team::score).toList();
    }

    private StageState screen() {
        return pictures.of(state, new Audience.Screen(), START);
    }

    private MatchRefusal refusal(MatchCommand command) {
        return Match.decide(state, command, START) instanceof Decision.Refused(var refusal)
                ? (MatchRefusal) refusal
                : null;
    }

    private void give(MatchCommand command) {
        Decision decision = Match.decide(state, command, START);
        assertThat(decision).as("%s", command).isInstanceOf(Decision.Accepted.class);
        for (MatchEvent event : ((Decision.Accepted) decision).events()) {
            state = state.apply(new Stamped(state.version() + 1, START, "host", event));
        }
    }

    private static MatchState start() {
        var read = (MatchRulesFormat.Result.Valid) new MatchRulesFormat().read(RULES);
        return Match.start(
                read.rules(),
                IntStream.rangeClosed(1, 3)
                        .mapToObj(seat -> new TeamSeat(seat, "T" + seat))
                        .toList());
    }
}
