package org.leitai.support;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.leitai.contest.Contests;
import org.leitai.contest.Contests.NewContest;
import org.leitai.contest.Round;
import org.leitai.contest.RuleSheetFormat;
import org.leitai.roster.Units;

/** Makes contests of one round, each with its own code, drawn from the real bank. */
@Singleton
public class TestContests {

    /** Two single, two multiple, one true-false, one fill-in, in this order; 10 points each. */
    public static final int SLOTS = 6;

    private static final String SMALL_PAPER = "{ parts: [ { type: single, count: 2, points: 10 },"
            + " { type: multiple, count: 2, points: 10 }, { type: true-false, count: 1, points: 10 },"
            + " { type: fill-in, count: 1, points: 10 } ] }";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Contests contests;
    private final Units units;
    private final Clock clock;

    TestContests(Contests contests, Units units, Clock clock) {
        this.contests = contests;
        this.units = units;
        this.clock = clock;
    }

    /** Open since an hour, for a day; the fields as {@link RuleText#with}. */
    public Round open(String... fields) {
        Instant now = now();
        return between(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), fields);
    }

    /** Units of the demo are loaded with it. */
    public Round between(Instant opens, Instant closes, String... fields) {
        units.load(Workers.demoUnits());
        String[] window = {"window", "{ opens: \"%s\", closes: \"%s\" }".formatted(opens, closes), "blueprint", SMALL_PAPER};
        String text = RuleText.with(
                Stream.concat(Arrays.stream(window), Arrays.stream(fields)).toArray(String[]::new));
        return switch (new RuleSheetFormat(clock.getZone()).read(text)) {
            case RuleSheetFormat.Result.Valid(var sheet) -> make(new NewContest.NewRound("初赛", sheet));
            case RuleSheetFormat.Result.Faulty(var faults) -> throw new AssertionError(faults + "\n" + text);
        };
    }

    /** Whole milliseconds, as requests are stamped. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** As it stands now: ends may have been moved. */
    public Round again(Round round) {
        return contests.round(round.id()).orElseThrow();
    }

    public void moveEnd(Round round, Instant end) {
        contests.changeEnd(round, end, "测试", "test").ifPresent(refusal -> {
            throw new AssertionError(refusal);
        });
    }

    private Round make(NewContest.NewRound round) {
        String code = "t-" + NEXT.incrementAndGet();
        contests.create(new NewContest(code, "测试竞赛", "测试工会", List.of(round)), "test").ifPresent(refusal -> {
            throw new AssertionError(refusal);
        });
        return contests.round(code, 1).orElseThrow();
    }

}
