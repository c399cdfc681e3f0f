package org.leitai.roster.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.roster.throttle.Allowance.Failures;

class AllowanceTest {

    private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
    private static final Failures NONE = new Failures(0, START, START);
    private static final Allowance ALLOWANCE = new Allowance(2, Duration.ofMinutes(10), Duration.ofSeconds(5));

    /**
     * <pre>
     * failure   1  2  3  4  5  6
     * delay/s   0  0  1  2  4  5 (the limit)
     * </pre>
     */
    @Test
    void delayDoublesBeyondTheFreeOnesUpToTheLimit() {
        List<Long> delays = new ArrayList<>();
        Failures failures = NONE;
        for (int i = 0; i < 6; i++) {
            failures = ALLOWANCE.add(failures, START);
            delays.add(Duration.between(START, failures.blockedUntil()).toSeconds());
        }
        assertThat(delays).containsExactly(0L, 0L, 1L, 2L, 4L, 5L);
    }

    @Test
    void oneFailureIsForgottenInEveryFullInterval() {
        Failures three = new Failures(3, START, START);
        assertThat(ALLOWANCE.add(three, START.plusSeconds(600).minusMillis(1)).count())
                .isEqualTo(4);
        assertThat(ALLOWANCE.add(three, START.plusSeconds(600)).count()).isEqualTo(3);
        assertThat(ALLOWANCE.add(three, START.plusSeconds(86_400)).count()).isEqualTo(1);
    }

    @Test
    void noNumberOfFailuresLocksOutForGood() {
        Failures many = new Failures(Integer.MAX_VALUE - 1, START, START);
        assertThat(ALLOWANCE.add(many, START).blockedUntil()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void freeFailureDoesNotBlockARequestThatArrivedEarlier() {
        Failures before = new Failures(0, START, Instant.EPOCH);
        assertThat(ALLOWANCE.add(before, START).blockedUntil()).isEqualTo(Instant.EPOCH);
    }
}
