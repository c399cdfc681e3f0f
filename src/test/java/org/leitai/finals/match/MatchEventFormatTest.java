package org.leitai.finals.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leitai.finals.rules.Figures;
import org.leitai.kernel.Points;

class MatchEventFormatTest {

    private final MatchEventFormat format = new MatchEventFormat();

    @Test
    void everyEventHasOneCode() {
        assertThat(MatchEventFormat.TYPES.values())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.<Class<?>>asList(MatchEvent.class.getPermittedSubclasses()).stream()
                                .map(type -> type.<MatchEvent>asSubclass(MatchEvent.class))
                                .toList());
    }

    @Test
    void aRulingReadsAsPeopleSpeak() {
        var ruled = new MatchEvent.Ruled(
                3,
                null,
                Verdict.RIGHT,
                Points.parse("2.5"),
                Points.ZERO,
                Points.ZERO,
                1200,
                false,
                null,
                AfterRuling.DONE,
                null,
                false,
                false);
        assertThat(format.toJson(ruled))
                .isEqualTo(
                        "{\"type\":\"ruled\",\"team\":3,\"verdict\":\"RIGHT\",\"points\":\"2.5\",\"playOff\":\"0\","
                                + "\"personal\":\"0\",\"answerMillis\":1200,\"overridden\":false,\"next\":\"DONE\",\"locks\":false,\"out\":false}");
    }

    @Test
    void eventsSurviveTheLog() {
        List<MatchEvent> events = List.of(
                new MatchEvent.SegmentOpened(0, List.of(1, 2)),
                new MatchEvent.QuestionShown(
                        "item",
                        "single",
                        1,
                        null,
                        2,
                        1,
                        List.of(1, 2),
                        0,
                        1,
                        1,
                        Points.of(20),
                        Figures.of(Points.of(20), Points.of(-20)),
                        30),
                new MatchEvent.BuzzOpened(null),
                new MatchEvent.BuzzOpened(5000L, "why"),
                new MatchEvent.AnswerSubmitted(2, "16\n18", "seat:4/17"),
                new MatchEvent.ValueChosen(1, Points.of(20)),
                new MatchEvent.FalseStarted(2, Points.of(-10), Points.ZERO, FoulEffect.TEAM_LOCKED),
                new MatchEvent.JudgeScored("a", 1, Map.of("x", Points.parse("9.25"), "y", Points.of(8))),
                new MatchEvent.QuestionVoided("why", true, Map.of(1, Points.of(-10))),
                new MatchEvent.AnswerRevealed(),
                new MatchEvent.CountdownStarted(3000),
                new MatchEvent.CountdownCancelled(),
                new MatchEvent.ProtestRaised(2, 7, "5", 0, 3, "not heard"),
                new MatchEvent.ProtestSettled(8, ProtestOutcome.UPHELD, Map.of(2, Points.of(10)), "agreed"),
                new MatchEvent.LeadTaken("second"),
                new MatchEvent.Undone(3, "slip"));
        assertThat(events).allSatisfy(event -> assertThat(format.fromJson(format.toJson(event)))
                .isEqualTo(event));
    }

    @Test
    void eventsOfOlderLogsAreRead() {
        assertThat(format.fromJson("{\"type\":\"answer-submitted\",\"team\":2,\"text\":\"A\"}"))
                .isEqualTo(new MatchEvent.AnswerSubmitted(2, "A"));
        assertThat(format.fromJson("{\"type\":\"buzz-opened\"}")).isEqualTo(new MatchEvent.BuzzOpened(null));
    }

    @Test
    void whatIsNoEventIsRefused() {
        assertThatThrownBy(() -> format.fromJson("{\"type\":\"no-such\"}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> format.fromJson("{\"type\":\"awarded\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
