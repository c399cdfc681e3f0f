package org.leitai.finals.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.leitai.finals.log.ScoreSheet.Part;
import org.leitai.finals.log.ScoreSheet.Row;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.Stage;
import org.leitai.finals.match.TeamScore;
import org.leitai.finals.match.Verdict;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.kernel.Points;

/** The rows of a score sheet, the fold, and an adder that reads the log as plain JSON must come to the same. */
class ScoreSheetTest {

    @TestFactory
    Stream<DynamicTest> theSheetTheFoldAndAnAdderAgree() {
        return Stream.of(
                        "demo/final.yaml",
                        "finals/rules/fi-01.yaml",
                        "finals/rules/fi-07.yaml",
                        "finals/rules/fi-14.yaml",
                        "finals/rules/fi-36.yaml",
                        "finals/rules/fi-58.yaml",
                        "finals/rules/fi-79.yaml",
                        "finals/rules/fi-91.yaml")
                .flatMap(file -> LongStream.range(0, 8)
                        .mapToObj(seed -> DynamicTest.dynamicTest(file + " " + seed, () -> check(file, seed))));
    }

    private static void check(String file, long seed) {
        MatchRules rules = RandomPlay.rules(file);
        Stage stage = RandomPlay.of(rules, seed, 500);
        assertThat(stage.log).hasSizeGreaterThan(60);
        ScoreSheet sheet = sheet(stage);
        assertThat(sheet.state()).isEqualTo(stage.state);
        var adder = new Adder(rules);
        stage.log.forEach(event -> adder.read(new MatchEventFormat().toJson(event.event()), event.version()));
        for (TeamScore score : stage.state.scores()) {
            int team = score.team();
            assertThat(adder.score(team)).isEqualTo(score.score().hundredths());
            assertThat(adder.playOff(team)).isEqualTo(score.playOff().hundredths());
            Points total = rules.startScore();
            for (Part part : sheet.parts()) {
                Points sum = part.sums().getOrDefault(team, Points.ZERO);
                if (sheet.isPlayOff(part)) {
                    assertThat(sum.hundredths())
                            .isEqualTo(adder.playOff(team) == 0 ? sum.hundredths() : adder.playOff(team));
                } else {
                    total = total.plus(sum);
                    if (part.segment() >= 0) {
                        assertThat(sum).isEqualTo(score.bySegment().get(part.segment()));
                    }
                }
            }
            assertThat(total).isEqualTo(score.score());
        }
    }

    @Test
    void aQuestionSaysWhoGotWhatAndWhy() {
        Stage stage = buzzer();
        stage.give(new MatchCommand.OpenSegment(0))
                .give(new MatchCommand.ShowQuestion(null, null, "1"))
                .give(new MatchCommand.FalseStart(3))
                .give(new MatchCommand.OpenBuzz())
                .give(new MatchCommand.Award(1))
                .give(new MatchCommand.Follow(2, 12_345_678, false))
                .give(new MatchCommand.Rule(1, Verdict.RIGHT, Points.of(7), "half of it"))
                .give(new MatchCommand.RevealAnswer())
                .give(new MatchCommand.NextQuestion())
                .give(new MatchCommand.Adjust(2, Points.of(-3), "noise"));
        Part part = sheet(stage).parts().getFirst();
        assertThat(part.rows()).hasSize(2);
        Row question = part.rows().getFirst();
        assertThat(question.points()).containsEntry(1, Points.of(7)).containsEntry(3, Points.of(-5));
        assertThat(question.verdicts()).containsEntry(1, List.of(Verdict.RIGHT));
        assertThat(question.buzzes().getLast())
                .extracting(place -> place.team() + ":" + place.gapMillis())
                .containsExactly("1:0", "2:12");
        assertThat(question.told()).hasSize(2);
        assertThat(part.rows().getLast().points()).containsEntry(2, Points.of(-3));
        assertThat(part.sums()).isEqualTo(Map.of(1, Points.of(7), 2, Points.of(-3), 3, Points.of(-5)));
    }

    @Test
    void aVoidedQuestionStaysOnTheSheetAndBringsNothing() {
        Stage stage = buzzer();
        stage.give(new MatchCommand.OpenSegment(0))
                .give(new MatchCommand.ShowQuestion(null, null, "1"))
                .give(new MatchCommand.OpenBuzz())
                .give(new MatchCommand.Award(1))
                .give(new MatchCommand.Rule(1, Verdict.RIGHT))
                .give(new MatchCommand.VoidQuestion("misprint"));
        Row row = sheet(stage).parts().getFirst().rows().getFirst();
        assertThat(row.voided()).isTrue();
        assertThat(row.points()).isEqualTo(Map.of(1, Points.ZERO));
    }

    @Test
    void whatIsUndoneIsCountedAndNotShown() {
        Stage stage = buzzer();
        stage.give(new MatchCommand.OpenSegment(0))
                .give(new MatchCommand.Adjust(1, Points.of(50), "slip"))
                .give(new MatchCommand.Undo(null, "slip"));
        ScoreSheet sheet = sheet(stage);
        assertThat(sheet.undone()).isEqualTo(1);
        assertThat(sheet.parts().getFirst().rows()).isEmpty();
    }

    private static Stage buzzer() {
        return new Stage(RandomPlay.rules("finals/log/buzzer.yaml"), 3);
    }

    private static ScoreSheet sheet(Stage stage) {
        return ScoreSheet.of(Match.start(stage.rules, stage.teams), stage.log);
    }

    /** Adds up a log by hand: knows JSON and which segments are play-offs, nothing of the match. Hundredths. */
    private static final class Adder {

        private record Booking(long version, int team, long points, long playOff) {}

        private final ObjectMapper json = new ObjectMapper();
        private final MatchRules rules;
        private List<Booking> book = new ArrayList<>();
        private List<Long> versions = new ArrayList<>();
        private final Map<Long, Integer> segments = new TreeMap<>();
        private final Deque<List<Booking>> undoneBooks = new ArrayDeque<>();
        private final Deque<List<Long>> undoneVersions = new ArrayDeque<>();

        Adder(MatchRules rules) {
            this.rules = rules;
        }

        void read(String payload, long version) {
            JsonNode event = node(payload);
            String type = event.get("type").asText();
            if (type.equals("undone")) {
                long to = event.get("toVersion").asLong();
                undoneBooks.push(book);
                undoneVersions.push(versions);
                book = new ArrayList<>(
                        book.stream().filter(one -> one.version() <= to).toList());
                versions = new ArrayList<>(
                        versions.stream().filter(one -> one <= to).toList());
                return;
            }
            if (type.equals("redone")) {
                book = undoneBooks.pop();
                versions = undoneVersions.pop();
                return;
            }
            undoneBooks.clear();
            undoneVersions.clear();
            book = new ArrayList<>(book);
            versions = new ArrayList<>(versions);
            versions.add(version);
            switch (type) {
                case "segment-opened" ->
                    segments.put(version, event.get("segment").asInt());
                case "ruled", "false-started", "paper-scored" ->
                    book.add(new Booking(
                            version,
                            event.get("team").asInt(),
                            hundredths(event.get("points")),
                            hundredths(event.get("playOff"))));
                case "score-adjusted" ->
                    book.add(new Booking(version, event.get("team").asInt(), hundredths(event.get("points")), 0));
                case "question-voided" ->
                    event.get("takenBack").properties().forEach(back -> {
                        long points = hundredths(back.getValue());
                        boolean playOff = isPlayOff();
                        book.add(new Booking(
                                version, Integer.parseInt(back.getKey()), playOff ? 0 : points, playOff ? points : 0));
                    });
                case "protest-settled" ->
                    event.get("points")
                            .properties()
                            .forEach(change -> book.add(new Booking(
                                    version, Integer.parseInt(change.getKey()), hundredths(change.getValue()), 0)));
                default -> {}
            }
        }

        long score(int team) {
            return rules.startScore().hundredths()
                    + book.stream()
                            .filter(one -> one.team() == team)
                            .mapToLong(Booking::points)
                            .sum();
        }

        long playOff(int team) {
            return book.stream()
                    .filter(one -> one.team() == team)
                    .mapToLong(Booking::playOff)
                    .sum();
        }

        private boolean isPlayOff() {
            return versions.stream()
                    .filter(segments::containsKey)
                    .reduce((earlier, later) -> later)
                    .map(version -> rules.segments().get(segments.get(version)).kind() == SegmentKind.PLAY_OFF)
                    .orElse(false);
        }

        private JsonNode node(String payload) {
            try {
                return json.readTree(payload);
            } catch (JsonProcessingException e) {
                throw new AssertionError(payload, e);
            }
        }

        private static long hundredths(JsonNode points) {
            return new BigDecimal(points.asText()).movePointRight(2).longValueExact();
        }
    }
}
