package org.leitai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

    private final DatabaseClock clock = new DatabaseClock(LONG_AGO, SHANGHAI);

    @Test
    void goesOnFromTheDatabasesTimeWhateverThisMachineThinks() {
        assertThat(clock.instant()).isBetween(LONG_AGO, LONG_AGO.plusSeconds(60));
    }

    @Test
    void neverGoesBack() {
        Instant before = clock.instant();
        for (int i = 0; i < 10_000; i++) {
            Instant now = clock.instant();
            assertThat(now).isAfterOrEqualTo(before);
            before = now;
        }
    }

    @Test
    void runsAtTheSpeedOfTime() {
        long nanos = System.nanoTime();
        Instant before = clock.instant();
        while (System.nanoTime() - nanos < 20_000_000) {
            Thread.onSpinWait();
        }
        assertThat(Duration.between(before, clock.instant()).toMillis()).isBetween(19L, 2_000L);
    }

    @Test
    void keepsItsTimeInAnotherZone() {
        var utc = clock.withZone(ZoneId.of("UTC"));
        assertThat(clock.getZone()).isEqualTo(SHANGHAI);
        assertThat(utc.getZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(Duration.between(clock.instant(), utc.instant()).abs()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void tellsHowFarItHasMovedFromTheDatabases() {
        assertThat(clock.drift(LONG_AGO.minusSeconds(300)).toSeconds()).isBetween(300L, 360L);
    }
}
