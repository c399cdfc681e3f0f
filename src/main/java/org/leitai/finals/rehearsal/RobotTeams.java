package org.leitai.finals.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The teams of a rehearsal 机器代表队: how fast they press, and whether they press at all. Depends on the seed alone. */
final class RobotTeams {

    /** Of a hundred: know the question, and press before the word. */
    private static final int KNOW = 75;

    private static final int JUMP = 3;

    private static final int FASTEST_MILLIS = 220; // a trained hand
    private static final int SLOWEST_MILLIS = 2600;

    private final Random random;

    RobotTeams(long seed) {
        this.random = new Random(seed);
    }

    /** @param after from the opening of the buzz, or from the showing of the question for one that is too early */
    record PlannedPress(int team, Duration after) {}

    List<PlannedPress> presses(List<Integer> able) {
        return able.stream()
                .filter(team -> random.nextInt(100) < KNOW)
                .map(team -> new PlannedPress(
                        team, Duration.ofMillis(FASTEST_MILLIS + random.nextInt(SLOWEST_MILLIS - FASTEST_MILLIS))))
                .toList();
    }

    List<PlannedPress> falseStarts(List<Integer> able) {
        return able.stream()
                .filter(team -> random.nextInt(100) < JUMP)
                .map(team -> new PlannedPress(team, Duration.ofMillis(random.nextInt(2000))))
                .toList();
    }
}
