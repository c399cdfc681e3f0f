package org.leitai.finals.buzzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * <pre>
 * announced ── false starts ──▶ armed at ARMED ── first valid press wins ──▶ closed
 * </pre>
 */
class BuzzSequencerTest {

    private static final long MILLI = 1_000_000L;
    private static final long ARMED = 1_000 * MILLI;
    private static final long LOCK = BuzzSequencer.LOCK_OUT_NANOS;

    private final BuzzSequencer sequencer = new BuzzSequencer(false);
    private long seq;

    private Outcome press(int team, long arrivalNanos) {
        return sequencer.press(team, 7, ++seq, arrivalNanos, 2 * MILLI, MILLI / 2);
    }

    private void announceAndArm() {
        sequencer.prepare(7, Set.of(1, 2, 3, 4, 5, 6, 7, 8));
        sequencer.arm(7, ARMED);
    }

    @Test
    void ofEightPressesWithinAMillisecondOneWinsAndAllStandInOrder() {
        announceAndArm();
        for (int team = 8; team >= 1; team--) {
            press(team, ARMED + (9 - team) * 100_000L);
        }
        assertThat(sequencer.winner()).contains(8);
        assertThat(sequencer.places()).extracting(Place::team).containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(sequencer.places()).extracting(Place::gapNanos).isSorted();
        assertThat(sequencer.presses()).hasSize(8);
    }

    @Test
    void aGapBelowTheUncertaintyIsADeadHeatAndOneAtItIsNot() {
        announceAndArm();
        press(1, ARMED + 10 * MILLI);
        assertThat(press(2, ARMED + 10 * MILLI + MILLI / 2 - 1)).isEqualTo(new Outcome.Behind(MILLI / 2 - 1, true));
        assertThat(press(3, ARMED + 10 * MILLI + MILLI / 2)).isEqualTo(new Outcome.Behind(MILLI / 2, false));
        assertThat(sequencer.places()).extracting(Place::deadHeat).containsExactly(true, true, false);
    }

    @Test
    void aPressThatArrivedBeforeTheWinnerButCameToTheLockLaterIsADeadHeatNotASecondWinner() {
        announceAndArm();
        press(1, ARMED + 20 * MILLI);
        assertThat(press(2, ARMED + 10 * MILLI)).isEqualTo(new Outcome.Behind(0, true));
        assertThat(sequencer.winner()).contains(1);
    }

    @Nested
    class FalseStarts {

        @Test
        void lockTheTeamForAQuarterOfASecondFromThePress() {
            sequencer.prepare(7, Set.of(1, 2));
            assertThat(press(1, ARMED - 100 * MILLI))
                    .isEqualTo(new Outcome.FalseStart(ARMED - 100 * MILLI + LOCK, false));
            sequencer.arm(7, ARMED);
            long free = ARMED - 100 * MILLI + LOCK;
            assertThat(press(1, free - 1)).isEqualTo(new Outcome.LockedOut(free));
            assertThat(press(1, free)).isEqualTo(new Outcome.Won());
        }

        @Test
        void renewTheLockWithEachFurtherEarlyPressAndAreOneFoul() {
            sequencer.prepare(7, Set.of(1, 2));
            press(1, ARMED - 300 * MILLI);
            assertThat(press(1, ARMED - 100 * MILLI))
                    .isEqualTo(new Outcome.FalseStart(ARMED - 100 * MILLI + LOCK, true));
            sequencer.arm(7, ARMED);
            assertThat(press(1, ARMED + 149 * MILLI)).isInstanceOf(Outcome.LockedOut.class);
        }

        @Test
        void areJudgedByArrivalEvenWhenHandedInAfterArming() {
            announceAndArm();
            assertThat(press(1, ARMED - 1)).isInstanceOf(Outcome.FalseStart.class);
            assertThat(press(2, ARMED)).isEqualTo(new Outcome.Won());
        }
    }

    @Nested
    class Refused {

        @Test
        void isAPressOfAnEarlierQuestion() {
            announceAndArm();
            assertThat(sequencer.press(1, 6, 1, ARMED + 1, 0, 0)).isEqualTo(new Outcome.StaleNonce());
        }

        @Test
        void isAPressHandedInAgain() {
            announceAndArm();
            sequencer.press(1, 7, 1, ARMED - 1, 0, 0);
            assertThat(sequencer.press(1, 7, 1, ARMED + LOCK, 0, 0)).isEqualTo(new Outcome.Duplicate());
        }

        @Test
        void isTheSecondDeviceOfATeam() {
            announceAndArm();
            press(1, ARMED + 1);
            assertThat(press(1, ARMED + 2)).isEqualTo(new Outcome.Duplicate());
        }

        @Test
        void isATeamThatMayNotAnswer() {
            sequencer.prepare(7, Set.of(1));
            sequencer.arm(7, ARMED);
            assertThat(press(2, ARMED + 1)).isEqualTo(new Outcome.NotAllowed());
        }

        @Test
        void isAPressAfterTheEndOrBeforeAnyQuestion() {
            assertThat(sequencer.press(1, 0, 1, 5, 0, 0)).isEqualTo(new Outcome.Closed());
            announceAndArm();
            sequencer.close();
            assertThat(press(1, ARMED + 1)).isEqualTo(new Outcome.Closed());
        }
    }

    @Nested
    class WithLagCompensation {

        private final BuzzSequencer fair = new BuzzSequencer(true);

        @Test
        void aSlowLineWinsBackItsOneWayTime() {
            fair.arm(7, ARMED);
            assertThat(fair.press(1, 7, 1, ARMED + 300 * MILLI, 0, 0))
                    .isEqualTo(new Outcome.Pending(ARMED + 350 * MILLI));
            fair.press(2, 7, 2, ARMED + 320 * MILLI, 60 * MILLI, 0);
            assertThat(fair.settle(ARMED + 350 * MILLI - 1)).isEmpty();
            assertThat(fair.settle(ARMED + 350 * MILLI)).contains(2);
            assertThat(fair.places()).extracting(Place::gapNanos).containsExactly(0L, 10 * MILLI);
        }

        @Test
        void delayedPongsGainTheCapAtMost() {
            for (long faked : new long[] {0, 99 * MILLI, 100 * MILLI, 10_000 * MILLI, Long.MAX_VALUE}) {
                fair.arm(++seq, ARMED);
                fair.press(1, seq, 1, ARMED + 300 * MILLI, 0, 0);
                fair.press(2, seq, 2, ARMED + 350 * MILLI + 1, faked, 0);
                assertThat(fair.settle(ARMED + 400 * MILLI)).as("%d", faked).contains(1);
            }
        }

        @Test
        void nothingCountsAsEarlierThanAnyoneCouldReact() {
            fair.arm(7, ARMED);
            fair.press(1, 7, 1, ARMED + 145 * MILLI, 0, 0);
            fair.press(2, 7, 2, ARMED + 150 * MILLI, 100 * MILLI, 0);
            assertThat(fair.settle(ARMED + 200 * MILLI)).contains(1);
        }
    }

    /** Every round: eight threads press at once; the invariants hold whatever the schedule. */
    @Test
    void manyThreadsGetOneWinnerAndEachPressOneOutcome() throws Exception {
        int teams = 8;
        try (ExecutorService threads = Executors.newFixedThreadPool(teams)) {
            var start = new CyclicBarrier(teams);
            for (long nonce = 1; nonce <= 2_000; nonce++) {
                sequencer.prepare(nonce, Set.of(1, 2, 3, 4, 5, 6, 7, 8));
                sequencer.arm(nonce, System.nanoTime());
                List<Future<Outcome>> outcomes = new ArrayList<>();
                for (int team = 1; team <= teams; team++) {
                    int me = team;
                    long question = nonce;
                    outcomes.add(threads.submit(() -> {
                        start.await();
                        return sequencer.press(me, question, 1, System.nanoTime(), 0, 0);
                    }));
                }
                int winners = 0;
                int behind = 0;
                for (Future<Outcome> outcome : outcomes) {
                    winners += outcome.get() instanceof Outcome.Won ? 1 : 0;
                    behind += outcome.get() instanceof Outcome.Behind ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
                assertThat(behind).isEqualTo(teams - 1);
                assertThat(sequencer.places())
                        .extracting(Place::team)
                        .doesNotHaveDuplicates()
                        .hasSize(teams);
                assertThat(sequencer.presses()).hasSize(teams);
            }
        }
    }
}
