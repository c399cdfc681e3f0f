package org.leitai.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leitai.kernel.RoundId;
import org.leitai.kernel.TimeWindow;

class TimesOfARoundTest {

    private static final String DAILY = "{ from: \"08:00\", until: \"22:00\" }";

    /**
     * <pre>
     *        opens                         closes
     * ─────────┼─────────────────────────────┼─────────
     * UPCOMING │            OPEN             │ CLOSED
     *   12-01 09:00                     12-10 21:00      (Asia/Shanghai)
     * </pre>
     */
    @ParameterizedTest
    @CsvSource({
        "2026-11-30T00:00:00Z,     UPCOMING",
        "2026-12-01T00:59:59.999Z, UPCOMING",
        "2026-12-01T01:00:00Z,     OPEN",
        "2026-12-01T01:00:00.001Z, OPEN",
        "2026-12-05T18:00:00Z,     OPEN",
        "2026-12-10T12:59:59.999Z, OPEN",
        "2026-12-10T13:00:00Z,     CLOSED",
        "2026-12-10T13:00:00.001Z, CLOSED",
    })
    void aRoundIsOpenFromItsOpeningUntilItsClose(Instant now, Phase phase) {
        assertThat(round().phase(now, Sheets.ZONE)).isEqualTo(phase);
    }

    /**
     * <pre>
     *        09:00      22:00    08:00        22:00         21:00
     * ─────────┼──────────┼────────┼────────────┼── … ────────┼────────
     * UPCOMING │   OPEN   │RESTING │    OPEN    │ RESTING     │ CLOSED
     *        12-01               12-02                      12-10
     * </pre>
     */
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T00:30:00Z,     UPCOMING",
        "2026-12-01T13:59:59.999Z, OPEN",
        "2026-12-01T14:00:00Z,     RESTING",
        "2026-12-01T15:59:59.999Z, RESTING",
        "2026-12-01T16:00:00Z,     RESTING",
        "2026-12-01T23:59:59.999Z, RESTING",
        "2026-12-02T00:00:00Z,     OPEN",
        "2026-12-10T13:00:00Z,     CLOSED",
    })
    void aRoundRestsOutsideOfItsDailyHours(Instant now, Phase phase) {
        assertThat(round("daily", DAILY).phase(now, Sheets.ZONE)).isEqualTo(phase);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T00:00:00Z, 2026-12-01T01:00:00Z", // upcoming: ends with the opening
        "2026-12-01T02:00:00Z, 2026-12-10T13:00:00Z", // open: with the close
        "2026-12-01T14:00:00Z, 2026-12-02T00:00:00Z", // resting: with the next day's opening
        "2026-12-01T16:00:00Z, 2026-12-02T00:00:00Z", // resting, behind midnight: with the same day's
        "2026-12-11T00:00:00Z, 2026-12-10T13:00:00Z", // closed
    })
    void aPhaseEndsWhenTheNextBegins(Instant now, Instant end) {
        assertThat(round("daily", DAILY).phaseEnds(now, Sheets.ZONE)).isEqualTo(end);
    }

    @Nested
    class DailyHoursOfADay {

        private final DailyHours wholeDay = new DailyHours(LocalTime.MIDNIGHT, LocalTime.of(23, 59));

        /**
         * <pre>
         *  23:59    00:00            23:59    00:00
         * ───┼────────┼────────────────┼────────┼───
         *    │ closed │      open      │ closed │ open
         * </pre>
         */
        @ParameterizedTest
        @CsvSource({
            "2026-12-01T15:58:59.999Z, true",
            "2026-12-01T15:59:00Z,     false",
            "2026-12-01T15:59:59.999Z, false",
            "2026-12-01T16:00:00Z,     true",
            "2026-12-01T16:00:00.001Z, true",
        })
        void mayBeginAtMidnight(Instant now, boolean open) {
            assertThat(wholeDay.contains(now, Sheets.ZONE)).isEqualTo(open);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-12-01T15:59:00Z,     2026-12-01T16:00:00Z",
            "2026-12-01T16:00:00Z,     2026-12-02T16:00:00Z",
            "2026-12-31T15:59:59.999Z, 2026-12-31T16:00:00Z",
            "2028-02-28T15:59:59.999Z, 2028-02-28T16:00:00Z",
            "2028-02-28T16:00:00Z,     2028-02-29T16:00:00Z",
        })
        void openNextStrictlyAfterTheInstant(Instant after, Instant opening) {
            assertThat(wholeDay.nextOpening(after, Sheets.ZONE)).isEqualTo(opening);
        }
    }

    @Nested
    class TheRevealOfKeys {

        private final Instant finished = Instant.parse("2026-12-05T00:00:00Z");
        private final TimeWindow window = Sheets.sheet().window();

        @Test
        void atHandInIsAtOnce() {
            assertThat(new Reveal.AtHandIn().from(finished, window)).contains(finished);
        }

        /** An answer that arrives within the grace still counts, so keys must wait for it. */
        @Test
        void atCloseIsAfterTheLastAnswerThatCounts() {
            assertThat(new Reveal.AtClose().from(finished, window)).contains(window.closes().plusSeconds(2));
        }

        @Test
        void atAnInstantIsThen() {
            assertThat(new Reveal.At(Instant.EPOCH).from(finished, window)).contains(Instant.EPOCH);
        }

        @Test
        void neverIsNever() {
            assertThat(new Reveal.Never().from(finished, window)).isEmpty();
        }
    }

    private static Round round(String... fields) {
        RuleSheet sheet = Sheets.sheet(fields);
        return new Round(new RoundId(1), "c", 1, "初赛", 1, sheet, sheet.window());
    }
}
