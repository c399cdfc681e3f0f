package org.leitai.finals.buzzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class BuzzRacePropertiesTest {

    private static final int RACES_A_TRY = 1_000;
    private static final long ARMED = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    /** What a team does in a race. */
    private record Runner(int team, long arrivalNanos) {}

    /** 100 tries of 1,000 races: eight teams press within half a second before to two seconds after arming, in order of arrival. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void oneWinsEachRaceAndWhoIsAMillisecondEarlierStandsBefore(@ForAll long seed) {
        var random = new Random(seed);
        var sequencer = new BuzzSequencer(false);
        for (int race = 1; race <= RACES_A_TRY; race++) {
            List<Runner> runners = runners(random);
            sequencer.prepare(race, Set.of(1, 2, 3, 4, 5, 6, 7, 8));
            sequencer.arm(race, ARMED);
            runners.sort(Comparator.comparingLong(Runner::arrivalNanos));
            int wins = 0;
            for (Runner runner : runners) {
                Outcome outcome = sequencer.press(
                        runner.team(), race, 1, runner.arrivalNanos(), 2 * MILLI, random.nextInt(900_000));
                wins += outcome instanceof Outcome.Won ? 1 : 0;
                assertThat(outcome instanceof Outcome.FalseStart).isEqualTo(runner.arrivalNanos() < ARMED);
            }
            List<Runner> valid = runners.stream()
                    .filter(runner -> runner.arrivalNanos() >= ARMED)
                    .toList();
            assertThat(wins).isEqualTo(valid.isEmpty() ? 0 : 1);
            List<Place> places = sequencer.places();
            assertThat(places)
                    .extracting(Place::team)
                    .containsExactlyElementsOf(valid.stream().map(Runner::team).toList());
            for (int i = 1; i < places.size(); i++) {
                long gap = valid.get(i).arrivalNanos() - valid.getFirst().arrivalNanos();
                assertThat(places.get(i).gapNanos()).isEqualTo(gap);
                assertThat(gap >= MILLI && places.get(i).deadHeat()).isFalse();
            }
        }
    }

    /** Threads may hand presses in a little out of order: never two winners, and an overtaken press is a declared dead heat. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void handedInOutOfOrderThereIsStillOneWinner(@ForAll long seed) {
        var random = new Random(seed);
        var sequencer = new BuzzSequencer(false);
        for (int race = 1; race <= 100; race++) {
            List<Runner> runners = runners(random);
            Collections.shuffle(runners, random);
            sequencer.arm(race, ARMED);
            Runner winner = null;
            for (Runner runner : runners) {
                Outcome outcome = sequencer.press(runner.team(), race, 1, runner.arrivalNanos(), 0, 0);
                if (outcome instanceof Outcome.Won) {
                    assertThat(winner).isNull();
                    winner = runner;
                } else if (outcome instanceof Outcome.Behind behind) {
                    assertThat(behind.deadHeat()).isEqualTo(runner.arrivalNanos() < winner.arrivalNanos());
                }
            }
        }
    }

    private static List<Runner> runners(Random random) {
        List<Runner> runners = new ArrayList<>();
        boolean close = random.nextBoolean();
        long base = ARMED + random.nextInt(400) * MILLI;
        for (int team = 1; team <= 8; team++) {
            long spread = close ? random.nextLong(3 * MILLI) : random.nextLong(2_500 * MILLI) - 500 * MILLI;
            runners.add(new Runner(team, base + spread));
        }
        return runners;
    }
}
