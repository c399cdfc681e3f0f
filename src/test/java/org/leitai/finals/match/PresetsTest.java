package org.leitai.finals.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.TurnOrder;
import org.leitai.finals.rules.WhoAnswers;
import org.leitai.kernel.Points;

/** Each published rule set is a file, and a whole match by it comes to the points that its publication promises. */
class PresetsTest {

    @Test
    void everyPublishedRuleSetHasAFile() {
        assertThat(PublishedRules.all()).hasSize(27).allSatisfy(set -> assertThat(preset(set.id()))
                .isNotNull());
    }

    @TestFactory
    Stream<DynamicTest> aFileSurvivesBeingWrittenAndReadAgain() {
        return eachSet(set -> {
            MatchRules rules = preset(set.id());
            var format = new MatchRulesFormat();
            assertThat(Rules.of(format.toYaml(rules))).isEqualTo(rules);
            assertThat(format.fromJson(format.toJson(rules))).isEqualTo(rules);
            assertThat(format.toYaml(rules)).doesNotContain("!<", "hundredths");
        });
    }

    @TestFactory
    Stream<DynamicTest> aWholeMatchComesToThePublishedPoints() {
        return eachSet(set -> new Played(set).toTheEnd());
    }

    private static Stream<DynamicTest> eachSet(Consumer<PublishedRules> test) {
        return PublishedRules.all().stream().map(set -> DynamicTest.dynamicTest(set.id(), () -> test.accept(set)));
    }

    private static MatchRules preset(String id) {
        try (InputStream file = PresetsTest.class.getResourceAsStream("/finals/rules/" + id + ".yaml")) {
            return Rules.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A match by script, with the oracle's ledger beside it. */
    private static final class Played {

        private static final List<Verdict> SCRIPT =
                List.of(Verdict.RIGHT, Verdict.WRONG, Verdict.RIGHT, Verdict.TIMEOUT, Verdict.RIGHT, Verdict.FOUL);

        private final PublishedRules set;
        private final Stage stage;
        /** Hundredths, by seat. */
        private final long[] ledger;

        private int step;

        Played(PublishedRules set) {
            this.set = set;
            MatchRules rules = preset(set.id());
            stage = new Stage(rules, rules.teams());
            ledger = new long[rules.teams() + 1];
            Arrays.fill(ledger, set.startScore() * 100L);
        }

        void toTheEnd() {
            check();
            for (int i = 0; i < stage.rules.segments().size(); i++) {
                play(i, stage.rules.segments().get(i));
            }
            stage.give(new MatchCommand.Finish());
            assertThat(Match.fold(stage.rules, stage.teams, stage.log)).isEqualTo(stage.state);
        }

        private void play(int index, Segment segment) {
            PublishedRules.Round round = set.round(segment.code());
            stage.give(
                    segment.kind() == SegmentKind.PLAY_OFF
                            ? new MatchCommand.OpenSegment(index, List.of(1, 2))
                            : new MatchCommand.OpenSegment(index));
            int played = 0;
            while (Turns.next(stage.state).isPresent() && played < 200) {
                question(segment, round);
                played++;
                if (segment.questions() == 0 && played == 3) {
                    break;
                }
            }
            round.questions()
                    .ifPresent(published -> assertThat(stage.state.progress().number())
                            .as("questions of %s", segment.title())
                            .isEqualTo(published));
        }

        private void question(Segment segment, PublishedRules.Round round) {
            int value = show(segment, round);
            boolean foul = segment.buzzed() && step % 5 == 1 && falseStart(segment);
            if (!foul) {
                answer(segment, round, value);
            }
            if (stage.state.phase() == Phase.RULED) {
                stage.give(new MatchCommand.RevealAnswer());
            }
            if (stage.state.phase() == Phase.REVEALED) {
                stage.give(new MatchCommand.NextQuestion());
            }
            step++;
            check();
        }

        /** @return the points for a right answer as published; 0: not published */
        private int show(Segment segment, PublishedRules.Round round) {
            List<Integer> published = round.right();
            Integer team = segment.order() == TurnOrder.LIVE ? 1 + step % stage.teams.size() : null;
            if (segment.risk().isEmpty()) {
                stage.give(new MatchCommand.ShowQuestion(team, null, "item-" + step));
                return published.isEmpty() ? 0 : published.getFirst();
            }
            int chooser = Turns.next(stage.state).orElseThrow().team();
            List<Points> left = stage.state.riskStock(chooser).entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .toList();
            Points value = left.get(step % left.size());
            if (!published.isEmpty()) {
                assertThat(segment.risk().stream().map(one -> one.value().hundredths() / 100))
                        .containsExactlyElementsOf(
                                published.stream().map(Integer::longValue).toList());
            }
            stage.give(new MatchCommand.ShowQuestion(team, value, "item-" + step));
            return published.isEmpty() ? 0 : (int) (value.hundredths() / 100);
        }

        private boolean falseStart(Segment segment) {
            int team = stage.state.eligible().stream().sorted().findFirst().orElseThrow();
            boolean playOff = segment.kind() == SegmentKind.PLAY_OFF;
            OptionalInt cost = set.earlyPress();
            if (playOff || !stage.tryGive(new MatchCommand.FalseStart(team))) {
                return false;
            }
            cost.ifPresent(points -> book(team, points));
            if (set.earlyPressVoidsTheQuestion()) {
                assertThat(stage.state.phase()).isEqualTo(Phase.RULED);
                return true;
            }
            assertThat(stage.state.lockedOut().contains(team)).isEqualTo(set.earlyPressEndsTheTeamsTry());
            return false;
        }

        private void answer(Segment segment, PublishedRules.Round round, int value) {
            if (segment.kind() == SegmentKind.AUDIENCE) {
                stage.give(new MatchCommand.RevealAnswer());
            } else if (segment.kind() == SegmentKind.JUDGED) {
                judge(round, value);
            } else if (segment.together()) {
                stage.give(new MatchCommand.StartClock());
                stage.state.eligible().stream().sorted().forEach(team -> rule(segment, round, team, value));
            } else if (segment.buzzed()) {
                buzz(segment, round, value);
            } else {
                if (stage.state.phase() == Phase.QUESTION_SHOWN) {
                    stage.tryGive(new MatchCommand.StartClock());
                }
                stage.pass(Duration.ofSeconds(1));
                assertThat(segment.who() == WhoAnswers.RIVAL)
                        .isEqualTo(stage.state.question().shown().asker() != null);
                rule(segment, round, stage.state.question().team(), value);
            }
        }

        private void buzz(Segment segment, PublishedRules.Round round, int value) {
            int tries = 0;
            while (stage.state.phase() == Phase.QUESTION_SHOWN) {
                stage.give(new MatchCommand.OpenBuzz());
                List<Integer> able = stage.state.eligible().stream().sorted().toList();
                int team = able.get((step + tries) % able.size());
                stage.give(new MatchCommand.Award(team));
                rule(segment, round, team, value);
                tries++;
            }
        }

        private void judge(PublishedRules.Round round, int value) {
            int team = stage.state.question().team();
            stage.give(new MatchCommand.StartClock());
            List<Integer> grades = round.grades();
            int first = grades.isEmpty() ? value / 2 : grades.get(1);
            int second = grades.isEmpty() ? value : grades.get(1);
            stage.give(new MatchCommand.JudgeScore("a", team, Map.of("", Points.of(first))));
            stage.give(new MatchCommand.JudgeScore("b", team, Map.of("", Points.of(second))));
            stage.give(new MatchCommand.Rule(team, Verdict.RIGHT));
            if (round.right().isEmpty()) {
                stage.give(new MatchCommand.VoidQuestion("not published", false));
            } else {
                ledger[team] += (first + second) * 100L / 2;
            }
        }

        /** Rounds whose figures were not published are ruled and then taken back: they must leave no trace. */
        private void rule(Segment segment, PublishedRules.Round round, int team, int value) {
            Verdict verdict = SCRIPT.get((step + team) % SCRIPT.size());
            boolean unpublished = round.right().isEmpty();
            if (verdict == Verdict.FOUL && round.promptPenalty().isEmpty()
                    || verdict.failed() && round.wrong(value).isEmpty() && !unpublished) {
                verdict = Verdict.RIGHT;
            }
            stage.give(new MatchCommand.Rule(team, verdict));
            if (segment.kind() == SegmentKind.PLAY_OFF) {
                return;
            }
            if (unpublished) {
                stage.give(new MatchCommand.VoidQuestion("not published", false));
                return;
            }
            switch (verdict) {
                case RIGHT -> book(team, value);
                case FOUL -> book(team, round.promptPenalty().getAsInt());
                case WRONG, TIMEOUT, PARTIAL -> book(team, round.wrong(value).getAsInt());
            }
        }

        private void book(int team, int points) {
            ledger[team] += points * 100L;
            if (set.floorAtZero() && ledger[team] < 0) {
                ledger[team] = 0;
            }
        }

        private void check() {
            for (TeamScore score : stage.state.scores()) {
                assertThat(score.score())
                        .as("%s, team %d, step %d", set.id(), score.team(), step)
                        .isEqualTo(new Points(ledger[score.team()]));
            }
        }
    }
}
