package org.leitai.contest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leitai.contest.RuleSheet.Allowance;
import org.leitai.kernel.Points;
import org.leitai.kernel.TimeWindow;

/** What must hold of a rule sheet beyond its form. Pure. */
final class RuleSheetChecks {

    /** A paper of a hundred questions is what people bear; it also bounds the ticket and the marks. */
    static final int MOST_QUESTIONS = 100;

    /** What the board's sort key holds, see {@code RankKey}. */
    static final Points MOST_POINTS = Points.of(10_000);

    private static final Duration SHORTEST_PAPER = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAPER = Duration.ofHours(24);
    private static final Duration SHORTEST_QUESTION = Duration.ofSeconds(3);
    private static final Duration LONGEST_QUESTION = Duration.ofHours(1);
    private static final int MOST_ATTEMPTS = 1000;

    /** What the database and the board's sort key hold is far wider; a contest outside of these is a slip of the pen. */
    private static final TimeWindow YEARS =
            new TimeWindow(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));

    private static final List<Function<RuleSheet, Stream<RuleSheetFault>>> CHECKS = List.of(
            RuleSheetChecks::years,
            RuleSheetChecks::blueprint,
            RuleSheetChecks::clocks,
            RuleSheetChecks::attempts,
            RuleSheetChecks::ranking,
            RuleSheetChecks::unitBoard);

    private RuleSheetChecks() {}

    static List<RuleSheetFault> faults(RuleSheet sheet) {
        List<RuleSheetFault> missing = missing(sheet);
        return missing.isEmpty()
                ? CHECKS.stream().flatMap(check -> check.apply(sheet)).toList()
                : missing;
    }

    private static List<RuleSheetFault> missing(RuleSheet sheet) {
        var missing = new ArrayList<RuleSheetFault>();
        require(missing, "window", sheet.window());
        require(missing, "blueprint", sheet.blueprint());
        require(missing, "shuffle", sheet.shuffle());
        require(missing, "attempts", sheet.attempts());
        require(missing, "counting", sheet.counting());
        require(missing, "ranking", sheet.ranking());
        require(missing, "partialCredit", sheet.partialCredit());
        require(missing, "reveal", sheet.reveal());
        require(missing, "unitBoard", sheet.unitBoard());
        require(
                missing,
                "unitBoard.ranking",
                sheet.unitBoard() == null ? "" : sheet.unitBoard().ranking());
        require(
                missing,
                "blueprint.parts",
                sheet.blueprint() == null ? "" : sheet.blueprint().parts());
        if (sheet.reveal() instanceof Reveal.At(var instant)) {
            require(missing, "reveal.instant", instant);
        }
        if (sheet.daily() != null) {
            require(missing, "daily.from", sheet.daily().from());
            require(missing, "daily.until", sheet.daily().until());
        }
        return missing;
    }

    private static void require(List<RuleSheetFault> missing, String field, Object value) {
        if (value == null || value instanceof List<?> list && list.stream().anyMatch(Objects::isNull)) {
            missing.add(RuleSheetFault.of(field, "contest.rules.missing"));
        }
    }

    private static Stream<RuleSheetFault> years(RuleSheet sheet) {
        Stream<RuleSheetFault> window = Stream.concat(
                        years("window", sheet.window().opens()),
                        years("window", sheet.window().closes()))
                .limit(1);
        return sheet.reveal() instanceof Reveal.At(var instant)
                ? Stream.concat(window, years("reveal.instant", instant))
                : window;
    }

    private static Stream<RuleSheetFault> years(String field, Instant instant) {
        return YEARS.contains(instant) ? Stream.empty() : Stream.of(RuleSheetFault.of(field, "contest.rules.years"));
    }

    private static Stream<RuleSheetFault> blueprint(RuleSheet sheet) {
        int questions = sheet.blueprint().size();
        if (questions > MOST_QUESTIONS) {
            return Stream.of(
                    RuleSheetFault.of("blueprint.parts", "contest.rules.question-count", MOST_QUESTIONS, questions));
        }
        return sheet.blueprint().full().compareTo(MOST_POINTS) > 0
                ? Stream.of(RuleSheetFault.of("blueprint.parts", "contest.rules.too-many-points", MOST_POINTS))
                : Stream.empty();
    }

    private static Stream<RuleSheetFault> clocks(RuleSheet sheet) {
        return Stream.of(
                        between("paperClock", sheet.paperClock(), SHORTEST_PAPER, LONGEST_PAPER),
                        between("questionClock", sheet.questionClock(), SHORTEST_QUESTION, LONGEST_QUESTION),
                        daily(sheet.daily()))
                .flatMap(Function.identity());
    }

    private static Stream<RuleSheetFault> between(String field, Duration value, Duration least, Duration most) {
        boolean fine = value == null || value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        return fine
                ? Stream.empty()
                : Stream.of(RuleSheetFault.of(field, "contest.rules.clock", least.toSeconds(), most.toSeconds()));
    }

    private static Stream<RuleSheetFault> daily(DailyHours daily) {
        return daily == null || daily.from().isBefore(daily.until())
                ? Stream.empty()
                : Stream.of(RuleSheetFault.of("daily", "contest.rules.daily"));
    }

    private static Stream<RuleSheetFault> attempts(RuleSheet sheet) {
        Allowance allowance = sheet.attempts();
        if (sheet.counting() instanceof Counting.Only && !Integer.valueOf(1).equals(allowance.total())) {
            return Stream.of(RuleSheetFault.of("attempts.total", "contest.rules.only-one"));
        }
        return Stream.concat(
                atLeastOne("attempts.perDay", allowance.perDay()), atLeastOne("attempts.total", allowance.total()));
    }

    private static Stream<RuleSheetFault> atLeastOne(String field, Integer value) {
        return value == null || value >= 1 && value <= MOST_ATTEMPTS
                ? Stream.empty()
                : Stream.of(RuleSheetFault.of(field, "contest.rules.attempts", MOST_ATTEMPTS));
    }

    private static Stream<RuleSheetFault> ranking(RuleSheet sheet) {
        List<RankingKey> keys = sheet.ranking();
        boolean fine = !keys.isEmpty()
                && keys.getFirst() == RankingKey.SCORE
                && keys.stream().distinct().count() == keys.size();
        return fine ? Stream.empty() : Stream.of(RuleSheetFault.of("ranking", "contest.rules.ranking"));
    }

    private static Stream<RuleSheetFault> unitBoard(RuleSheet sheet) {
        RuleSheet.UnitBoard board = sheet.unitBoard();
        if (board.ranking().isEmpty()
                || board.ranking().stream().distinct().count()
                        != board.ranking().size()) {
            return Stream.of(RuleSheetFault.of("unitBoard.ranking", "contest.rules.unit-ranking"));
        }
        return board.depth() >= 1 && board.depth() <= 9 && board.minimumParticipants() >= 0
                ? Stream.empty()
                : Stream.of(RuleSheetFault.of("unitBoard", "contest.rules.unit-board"));
    }
}
