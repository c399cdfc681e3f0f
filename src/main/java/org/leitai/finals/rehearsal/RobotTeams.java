package org.leitai.finals.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.leitai.finals.seat.AnswerForm;

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

    /** Of options any; what has to be written is left to people. Empty: nothing is handed in. */
    List<String> answer(AnswerForm form) {
        List<String> letters = new ArrayList<>(IntStream.range(0, form.size())
                .mapToObj(option -> String.valueOf((char) ('A' + option)))
                .toList());
        Collections.shuffle(letters, random);
        return switch (form.kind()) {
            case SINGLE -> letters.subList(0, 1);
            case MULTIPLE -> letters.subList(0, 1 + random.nextInt(letters.size()));
            case ORDER -> letters;
            case SPOKEN, BLANKS, TEXT -> List.of();
        };
    }

    Duration thinking() {
        return Duration.ofMillis(800 + random.nextInt(2500));
    }

    List<PlannedPress> falseStarts(List<Integer> able) {
        return able.stream()
                .filter(team -> random.nextInt(100) < JUMP)
                .map(team -> new PlannedPress(team, Duration.ofMillis(random.nextInt(2000))))
                .toList();
    }
}
