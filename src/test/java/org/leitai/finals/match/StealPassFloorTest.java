package org.leitai.finals.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.DisplayName;
import org.leitai.kernel.Points;

/**
 * FN14 who may answer after a wrong answer, for how much, and where scores stop: every combination of a table, played at random
 * against a model that shares no code with the match.
 */
@DisplayName("FN14")
class StealPassFloorTest {

    private static final List<String> AFTER_WRONG_IN_TURN = List.of("next-question", "pass-to-next", "to-audience", "out");
    private static final List<String> AFTER_WRONG_OF_A_BUZZ =
            List.of("next-question", "pass-to-next", "reopen-to-others", "reopen-to-all", "to-audience", "out");

    /** A row of the table; null: the rules do not say. */
    private record Row(boolean buzzed, String afterWrong, Integer attempts, boolean steal, Integer floor, Integer barAfter) {

        String yaml() {
            return "title: t\nteams: 5\nstartScore: 10\n"
                    + (floor == null ? "" : "floor: " + floor + "\n")
                    + "segments:\n  - { title: a, kind: " + (buzzed ? "buzzer, questions: 8" : "required, passes: 3")
                    + ", points: { right: 10, wrong: -7, timeout: -3, foul: -5 }"
                    + (steal ? ", steal: { right: 4, wrong: -2, timeout: -1, foul: -6 }" : "")
                    + (attempts == null ? "" : ", attempts: " + attempts)
                    + (barAfter == null || !buzzed ? "" : ", buzz: { barAfter: " + barAfter + " }")
                    + ", afterWrong: " + afterWrong + " }\n";
        }
    }

    private static List<Row> table() {
        var rows = new ArrayList<Row>();
        for (boolean buzzed : new boolean[] {false, true}) {
            for (String after : buzzed ? AFTER_WRONG_OF_A_BUZZ : AFTER_WRONG_IN_TURN) {
                for (Integer attempts : new Integer[] {null, 1, 2, 3}) {
                    for (boolean steal : new boolean[] {false, true}) {
                        for (Integer floor : new Integer[] {null, 0, 10, -20}) {
                            for (Integer bar : buzzed ? new Integer[] {null, 1, 2} : new Integer[] {null}) {
                                rows.add(new Row(buzzed, after, attempts, steal, floor, bar));
                            }
                        }
                    }
                }
            }
        }
        return rows;
    }

    /** What happens, said a second time. */
    private static final class Model {

        final Row row;
        final int teams;
        final int[] scores;
        final Set<Integer> out = new HashSet<>();
        final Map<Integer, Integer> failures = new HashMap<>();
        Set<Integer> locked = new HashSet<>();
        Integer word;
        int tries;
        boolean decided;

        Model(Row row, int teams) {
            this.row = row;
            this.teams = teams;
            scores = new int[teams + 1];
            java.util.Arrays.fill(scores, 10);
        }

        void ask(Integer first) {
            locked = new HashSet<>();
            word = first;
            tries = 0;
            decided = false;
        }

        Set<Integer> able() {
            var able = new TreeSet<Integer>();
            for (int team = 1; team <= teams; team++) {
                if (!out.contains(team) && !locked.contains(team)) {
                    able.add(team);
                }
            }
            return able;
        }

        void rule(int team, Verdict verdict) {
            score(team, figure(verdict));
            if (verdict == Verdict.RIGHT) {
                decided = true;
                return;
            }
            tries++;
            int failed = failures.merge(team, 1, Integer::sum);
            Set<Integer> others = able();
            others.remove(team);
            boolean another = row.attempts() == null || tries < row.attempts();
            switch (row.afterWrong()) {
                case "reopen-to-all" -> {
                    boolean again = row.attempts() == null ? tries < 2 : another;
                    decided = !again;
                    word = again ? null : word;
                }
                case "reopen-to-others" -> {
                    locked.add(team);
                    decided = !another || others.isEmpty();
                    word = decided ? word : null;
                }
                case "pass-to-next" -> {
                    locked.add(team);
                    decided = !another || others.isEmpty();
                    word = decided ? word : nextSeat(team, others);
                }
                default -> {
                    locked.add(team);
                    decided = true;
                }
            }
            if (row.afterWrong().equals("out") || row.buzzed() && row.barAfter() != null && failed >= row.barAfter()) {
                out.add(team);
            }
        }

        private int nextSeat(int team, Set<Integer> others) {
            int seat = team;
            do {
                seat = seat % teams + 1;
            } while (!others.contains(seat));
            return seat;
        }

        private int figure(Verdict verdict) {
            boolean stolen = tries > 0 && row.steal();
            return switch (verdict) {
                case RIGHT -> stolen ? 4 : 10;
                case WRONG -> stolen ? -2 : -7;
                case TIMEOUT -> stolen ? -1 : -3;
                case FOUL -> stolen ? -6 : -5;
                case PARTIAL -> throw new AssertionError();
            };
        }

        /** A deduction stops at the floor; who is below it already stays there. */
        private void score(int team, int change) {
            int after = scores[team] + change;
            if (change < 0 && row.floor() != null && after < row.floor()) {
                after = Math.min(scores[team], row.floor());
            }
            scores[team] = after;
        }
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void everyRowOfTheTableIsPlayedAsTheModelSays(@ForAll long seed) {
        var random = new Random(seed);
        for (Row row : table()) {
            play(row, 2 + random.nextInt(4), random);
        }
    }

    private static void play(Row row, int teams, Random random) {
        var stage = new Stage(Rules.of(row.yaml()), teams);
        var model = new Model(row, teams);
        stage.give(new MatchCommand.OpenSegment(0));
        while (stage.tryGive(new MatchCommand.ShowQuestion(null, null, "i"))) {
            model.ask(stage.state.question().team());
            answer(stage, model, random, row);
            if (!stage.tryGive(new MatchCommand.NextQuestion())) {
                return; // nobody is left who may answer
            }
        }
    }

    private static void answer(Stage stage, Model model, Random random, Row row) {
        while (!model.decided) {
            if (model.word == null) {
                List<Integer> able = List.copyOf(model.able());
                assertThat(stage.state.eligible()).as("%s", row).containsExactlyInAnyOrderElementsOf(able);
                if (able.isEmpty()) {
                    stage.give(new MatchCommand.Lapse());
                    return;
                }
                model.word = able.get(random.nextInt(able.size()));
                stage.give(new MatchCommand.Award(model.word));
            }
            int team = model.word;
            Verdict verdict = List.of(Verdict.RIGHT, Verdict.WRONG, Verdict.WRONG, Verdict.TIMEOUT, Verdict.FOUL)
                    .get(random.nextInt(5));
            stage.give(new MatchCommand.Rule(team, verdict));
            model.rule(team, verdict);
            compare(stage, model, row);
        }
    }

    private static void compare(Stage stage, Model model, Row row) {
        assertThat(stage.state.phase() == Phase.RULED).as("decided, %s", row).isEqualTo(model.decided);
        if (!model.decided) {
            assertThat(stage.state.question().team()).as("the word, %s", row).isEqualTo(model.word);
        }
        for (int team = 1; team <= model.teams; team++) {
            assertThat(stage.score(team)).as("score of %d, %s", team, row).isEqualTo(Points.of(model.scores[team]));
        }
    }
}
