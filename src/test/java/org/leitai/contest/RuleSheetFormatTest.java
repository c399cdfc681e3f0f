package org.leitai.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leitai.bank.Blueprint;
import org.leitai.bank.ItemType;
import org.leitai.contest.RuleSheetFormat.Result;
import org.leitai.kernel.Points;

class RuleSheetFormatTest {

    private static final String PART = "{ parts: [ %s ] }";

    @Nested
    class AValidSheet {

        static Stream<String> sheets() {
            return Stream.of(
                    Sheets.with(),
                    Sheets.with("daily", "{ from: \"08:00\", until: \"22:00\" }"),
                    Sheets.with("paperClock", null, "questionClock", "15s"),
                    Sheets.with("attempts", "{ total: 1 }", "counting", "{ kind: only }"),
                    Sheets.with("attempts", "{ perDay: 2, total: 20 }", "counting", "{ kind: last }"),
                    Sheets.with("attempts", "{}", "counting", "{ kind: first }"),
                    Sheets.with("reveal", "{ kind: at-close }", "partialCredit", "{ kind: proportional }"),
                    Sheets.with("reveal", "{ kind: at, instant: 2026-12-11 08:00 }"),
                    Sheets.with("reveal", "{ kind: never }", "partialCredit", "{ kind: right-minus-wrong }"),
                    Sheets.with("ranking", "[score]", "partialCredit", "{ kind: all-or-nothing }"),
                    Sheets.with(
                            "ranking",
                            "[score, finish, time]",
                            "unitBoard",
                            "{ depth: 2, ranking: [participants], minimumParticipants: 0 }"),
                    Sheets.with(
                            "blueprint",
                            PART.formatted(
                                    "{ type: fill-in, count: 1, points: \"2.5\", topics: [b, a], minDifficulty: 2,"
                                            + " maxDifficulty: 4 }, { type: true-false, count: 1, points: \"0.01\" }")));
        }

        @ParameterizedTest
        @MethodSource("sheets")
        void isWrittenAndReadBackTheSame(String text) {
            RuleSheet sheet = valid(text);
            assertThat(valid(Sheets.FORMAT.toYaml(sheet))).isEqualTo(sheet);
            assertThat(Sheets.FORMAT.fromJson(Sheets.FORMAT.toJson(sheet))).isEqualTo(sheet);
            assertThat(valid(Sheets.FORMAT.toJson(sheet))).isEqualTo(sheet);
        }

        @Test
        void saysTimesInTheContestsZoneOrWithAnOffset() {
            RuleSheet sheet =
                    Sheets.sheet("window", "{ opens: 2026-12-01 09:00, closes: \"2026-12-01T09:00:00+07:00\" }");
            assertThat(sheet.window().opens()).isEqualTo(Instant.parse("2026-12-01T01:00:00Z"));
            assertThat(sheet.window().closes()).isEqualTo(Instant.parse("2026-12-01T02:00:00Z"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"90s", "PT90S", "PT1M30S", "90S"})
        void saysDurationsAsPeopleDo(String text) {
            assertThat(Sheets.sheet("paperClock", text).paperTime()).contains(Duration.ofSeconds(90));
        }

        @ParameterizedTest
        @ValueSource(strings = {"10", "\"10\"", "10.0", "'10.00'"})
        void saysPointsWithOrWithoutQuotes(String points) {
            RuleSheet sheet =
                    Sheets.sheet("blueprint", PART.formatted("{ type: single, count: 5, points: " + points + " }"));
            assertThat(sheet.blueprint().full()).isEqualTo(Points.of(50));
        }

        @Test
        void meansAnyTopicAndDifficultyWhereItSaysNothing() {
            assertThat(Sheets.sheet().blueprint().parts())
                    .containsExactly(new Blueprint.Part(ItemType.SINGLE, 5, Points.of(10), Set.of(), 1, 5));
        }
    }

    static Stream<Arguments> faultySheets() {
        return Stream.of(
                fault("window", null, "window", "missing"),
                fault("window", "{ opens: 2026-12-01 09:00 }", "window", "bad-value"),
                fault("window", "{ opens: 2026-12-02 09:00, closes: 2026-12-01 09:00 }", "window", "window-order"),
                fault("window", "{ opens: tomorrow, closes: 2026-12-01 09:00 }", "window.opens", "bad-value"),
                fault("window", "{ opens: 2026-02-30 09:00, closes: 2026-12-01 09:00 }", "window.opens", "bad-value"),
                fault("window", "{ opens: 2026-12-01 09:00, closes: \"+999999-01-01T00:00:00Z\" }", "window", "years"),
                fault("window", "{ opens: \"-4800-01-01T00:00:00Z\", closes: 2026-12-01 09:00 }", "window", "years"),
                fault("reveal", "{ kind: at, instant: \"+999999-01-01T00:00:00Z\" }", "reveal.instant", "years"),
                fault("daily", "{ from: \"22:00\", until: \"08:00\" }", "daily", "daily"),
                fault("daily", "{ from: \"08:00\", until: \"08:00\" }", "daily", "daily"),
                fault("daily", "{ from: \"08:00\" }", "daily.until", "missing"),
                fault("daily", "{ from: \"8 am\", until: \"22:00\" }", "daily.from", "bad-value"),
                fault("blueprint", null, "blueprint", "missing"),
                fault("blueprint", "{ parts: [] }", "blueprint", "bad-value"),
                fault("blueprint", "{ parts: [ null ] }", "blueprint", "bad-value"),
                part("{ type: single, count: 5 }", "part"),
                part("{ type: single, count: 0, points: \"1\" }", "count"),
                part("{ type: single, count: 101, points: \"1\" }", "count"),
                part("{ type: single, count: 1, points: \"0\" }", "points"),
                part("{ type: single, count: 1, points: \"-1\" }", "points"),
                part("{ type: single, count: 1, points: \"10000.01\" }", "points"),
                part("{ type: single, count: 1, points: \"1\", minDifficulty: 0 }", "difficulty"),
                part("{ type: single, count: 1, points: \"1\", maxDifficulty: 6 }", "difficulty"),
                part("{ type: single, count: 1, points: \"1\", minDifficulty: 4, maxDifficulty: 3 }", "difficulty"),
                fault(
                        "blueprint",
                        PART.formatted("{ type: essay, count: 1, points: \"1\" }"),
                        "blueprint.parts[1].type",
                        "bad-value"),
                fault(
                        "blueprint",
                        PART.formatted("{ type: single, count: 1, points: \"1.005\" }"),
                        "blueprint.parts[1].points",
                        "bad-value"),
                fault(
                        "blueprint",
                        PART.formatted("{ type: single, count: 60, points: \"1\" }, { type: multiple, count: 41,"
                                + " points: \"1\" }"),
                        "blueprint.parts",
                        "question-count"),
                fault(
                        "blueprint",
                        PART.formatted("{ type: single, count: 3, points: \"5000\" }"),
                        "blueprint.parts",
                        "too-many-points"),
                fault("shuffle", null, "shuffle", "missing"),
                fault("shuffle", "{ questions: maybe }", "shuffle.questions", "bad-value"),
                fault("paperClock", "9s", "paperClock", "clock"),
                fault("paperClock", "25h", "paperClock", "clock"),
                fault("paperClock", "-PT10M", "paperClock", "clock"),
                fault("paperClock", "soon", "paperClock", "bad-value"),
                fault("questionClock", "2s", "questionClock", "clock"),
                fault("questionClock", "61m", "questionClock", "clock"),
                fault("attempts", null, "attempts", "missing"),
                fault("attempts", "{ perDay: 0 }", "attempts.perDay", "attempts"),
                fault("attempts", "{ total: 1001 }", "attempts.total", "attempts"),
                fault("attempts", "{ total: 1.5 }", "attempts.total", "bad-value"),
                fault("counting", null, "counting", "missing"),
                fault("counting", "{ kind: only }", "attempts.total", "only-one"),
                fault("counting", "{ kind: worst }", "counting", "bad-value"),
                fault("ranking", null, "ranking", "missing"),
                fault("ranking", "[]", "ranking", "ranking"),
                fault("ranking", "[time, score]", "ranking", "ranking"),
                fault("ranking", "[score, score]", "ranking", "ranking"),
                fault("ranking", "[score, beauty]", "ranking[2]", "bad-value"),
                fault("ranking", "[score, null]", "ranking", "missing"),
                fault("partialCredit", null, "partialCredit", "missing"),
                fault("partialCredit", "{ kind: most }", "partialCredit", "bad-value"),
                fault("reveal", null, "reveal", "missing"),
                fault("reveal", "{ kind: at }", "reveal.instant", "missing"),
                fault("unitBoard", null, "unitBoard", "missing"),
                fault("unitBoard", "{ depth: 1, minimumParticipants: 0 }", "unitBoard.ranking", "missing"),
                fault(
                        "unitBoard",
                        "{ depth: 1, ranking: [], minimumParticipants: 0 }",
                        "unitBoard.ranking",
                        "unit-ranking"),
                fault(
                        "unitBoard",
                        "{ depth: 1, ranking: [mean, mean], minimumParticipants: 0 }",
                        "unitBoard.ranking",
                        "unit-ranking"),
                fault("unitBoard", "{ depth: 1, ranking: [mean] }", "unitBoard.minimumParticipants", "bad-value"),
                fault("unitBoard", "{ depth: 0, ranking: [mean], minimumParticipants: 0 }", "unitBoard", "unit-board"),
                fault("unitBoard", "{ depth: 10, ranking: [mean], minimumParticipants: 0 }", "unitBoard", "unit-board"),
                fault("unitBoard", "{ depth: 1, ranking: [mean], minimumParticipants: -1 }", "unitBoard", "unit-board"),
                fault("colour", "red", "colour", "unknown-field"),
                fault("attempts", "{ perWeek: 3 }", "attempts.perWeek", "unknown-field"));
    }

    private static Arguments fault(String field, String text, String where, String key) {
        return Arguments.of(Sheets.with(field, text), where, "contest.rules." + key);
    }

    private static Arguments part(String text, String key) {
        return fault("blueprint", PART.formatted(text), "blueprint.parts[1]", key);
    }

    @ParameterizedTest
    @MethodSource("faultySheets")
    void everyFaultNamesItsField(String text, String field, String key) {
        assertThat(Sheets.faults(text))
                .extracting(RuleSheetFault::field, RuleSheetFault::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, key));
    }

    @Test
    void severalFaultsAreToldAtOnce() {
        String text = Sheets.with("paperClock", "1s", "ranking", "[time]", "attempts", "{ perDay: 0 }");
        assertThat(Sheets.faults(text))
                .extracting(RuleSheetFault::field)
                .containsExactly("paperClock", "attempts.perDay", "ranking");
    }

    @Nested
    class WhatIsNoSheet {

        @Test
        void isRefusedWithTheLineWhereItStopsBeingYaml() {
            assertThat(Sheets.faults("shuffle: { questions: true, options: true }\nranking: ]"))
                    .containsExactly(new RuleSheetFault("", "contest.rules.not-yaml", List.of(2)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "   ", "# only a comment", "null"})
        void isRefusedWhenItIsEmpty(String text) {
            assertThat(Sheets.faults(text)).extracting(RuleSheetFault::key).containsExactly("contest.rules.empty");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[]",
                    "42",
                    "window",
                    "--- a\n--- b",
                    "window: 1\nwindow: 2",
                    "a: \u0000",
                    "\uD800",
                    "\t",
                    "!!java.io.File x",
                    "&a [*a]"
                })
        void isRefusedWhateverItIs(String text) {
            assertThat(Sheets.faults(text)).isNotEmpty();
        }

        @Test
        void isRefusedWhenAFieldComesTwice() {
            assertThat(Sheets.faults(Sheets.with() + "paperClock: 20m\n")).isNotEmpty();
        }

        @Test
        void isRefusedWhenItIsHuge() {
            assertThat(Sheets.faults(Sheets.with() + "#".repeat(64 * 1024)))
                    .extracting(RuleSheetFault::key)
                    .containsExactly("contest.rules.too-long");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{a: ", "- "})
        void isRefusedWhenItIsNestedDeeply(String opening) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(2), () -> assertThat(Sheets.faults("window: " + opening.repeat(20_000)))
                            .isNotEmpty());
        }

        @Test
        void costsNothingWhenItsAliasesMultiply() {
            var bomb = new StringBuilder("a0: &a0 [x, x]\n");
            for (int i = 1; i < 40; i++) {
                bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
            }
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThat(Sheets.faults(bomb + "topics: *a39\n"))
                    .isNotEmpty());
        }
    }

    private static RuleSheet valid(String text) {
        return switch (Sheets.FORMAT.read(text)) {
            case Result.Valid(var sheet) -> sheet;
            case Result.Faulty(var faults) -> throw new AssertionError(faults + "\n" + text);
        };
    }
}
