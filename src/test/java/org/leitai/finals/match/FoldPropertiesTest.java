package org.leitai.finals.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.leitai.finals.rules.MatchRules;
import org.leitai.kernel.Points;

/** Matches played at random, against small models that share no code with the fold. */
class FoldPropertiesTest {

    private static final MatchRules RULES = Rules.of("""
            title: t
            teams: 4
            startScore: 20
            floor: 0
            segments:
              - { title: a, kind: required, questions: 2, passes: 2, points: { right: 10, wrong: -15, foul: -5 }, seconds: { think: 30 }, afterWrong: pass-to-next, steal: { right: 5, wrong: -1 } }
              - { title: b, kind: buzzer, questions: 6, points: { right: 10, wrong: -10, foul: -3 }, seconds: { answer: 20 }, buzz: { foul: lose-question, barAfter: 3 }, afterWrong: reopen-to-others }
              - { title: c, kind: risk, risk: [{ value: 20, perTeam: 1 }, { value: 2.5 }], passes: 2, order: score-up }
              - { title: d, kind: slate, questions: 2, points: { right: 7, wrong: -2 } }
            """);

    private static final List<Function<Random, MatchCommand>> COMMANDS = List.of(
            random -> new MatchCommand.OpenSegment(random.nextInt(4)),
            random -> new MatchCommand.ShowQuestion(null, null, "i"),
            random -> new MatchCommand.ShowQuestion(null, null, "i"),
            random -> new MatchCommand.ShowQuestion(
                    null, random.nextBoolean() ? Points.of(20) : Points.parse("2.5"), "i"),
            random -> new MatchCommand.StartClock(),
            random -> new MatchCommand.OpenBuzz(),
            random -> new MatchCommand.Award(team(random)),
            random -> new MatchCommand.Follow(team(random), 5, false),
            random -> new MatchCommand.FalseStart(team(random)),
            random -> new MatchCommand.Lapse(),
            random -> new MatchCommand.SubmitAnswer(team(random), "A"),
            random -> new MatchCommand.Rule(team(random), verdict(random)),
            random -> new MatchCommand.Rule(team(random), verdict(random)),
            random -> new MatchCommand.Rule(team(random), verdict(random)),
            random -> new MatchCommand.RevealAnswer(),
            random -> new MatchCommand.NextQuestion(),
            random -> new MatchCommand.Adjust(team(random), Points.of(random.nextInt(41) - 20), "r"),
            random -> new MatchCommand.VoidQuestion("r", random.nextBoolean()),
            random -> random.nextInt(3) == 0 ? new MatchCommand.Pause("r") : new MatchCommand.Resume(),
            random -> new MatchCommand.Resume());

    private static int team(Random random) {
        return 1 + random.nextInt(4);
    }

    private static Verdict verdict(Random random) {
        return List.of(Verdict.RIGHT, Verdict.WRONG, Verdict.TIMEOUT, Verdict.FOUL)
                .get(random.nextInt(4));
    }

    private static MatchCommand command(Random random) {
        return COMMANDS.get(random.nextInt(COMMANDS.size())).apply(random);
    }

    /** The model adds up the figures of the rules by hand: right, wrong, foul and steal, never below the floor. */
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void scoresAreWhatTheFiguresSay(@ForAll long seed) {
        var random = new Random(seed);
        var stage = new Stage(RULES, 4);
        long[] model = {0, 2000, 2000, 2000, 2000};
        for (int i = 0; i < 200; i++) {
            MatchCommand command = command(random);
            MatchState before = stage.state;
            if (command instanceof MatchCommand.VoidQuestion || !stage.tryGive(command)) {
                continue;
            }
            stage.pass(Duration.ofMillis(random.nextInt(3000)));
            switch (command) {
                case MatchCommand.Adjust adjust ->
                    add(model, adjust.team(), adjust.delta().hundredths());
                case MatchCommand.FalseStart foul -> add(model, foul.team(), -300);
                case MatchCommand.Rule rule -> add(model, rule.team(), figure(before, rule.verdict()));
                default -> {}
            }
            for (int team = 1; team <= 4; team++) {
                assertThat(stage.score(team)).isEqualTo(new Points(model[team]));
                assertThat(stage.score(team).hundredths()).isNotNegative();
            }
        }
    }

    private static void add(long[] model, int team, long hundredths) {
        model[team] = Math.max(0, model[team] + hundredths);
    }

    private static long figure(MatchState before, Verdict verdict) {
        boolean right = verdict == Verdict.RIGHT;
        boolean foul = verdict == Verdict.FOUL;
        return switch (before.segmentIndex()) {
            case 0 ->
                before.question().rulings().isEmpty()
                        ? right ? 1000 : foul ? -500 : -1500
                        : right ? 500 : foul ? 0 : -100;
            case 1 -> right ? 1000 : foul ? -300 : -1000;
            case 2 ->
                foul ? 0 : (right ? 1 : -1) * before.question().shown().value().hundredths();
            default -> right ? 700 : foul ? 0 : -200;
        };
    }

    /** The model keeps a list of the events that count and folds it from the beginning. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void undoAndRedoEqualAFoldOfTheEventsThatCount(@ForAll long seed) {
        var random = new Random(seed);
        var stage = new Stage(RULES, 4);
        List<Stamped> counting = new ArrayList<>();
        Deque<List<Stamped>> undone = new ArrayDeque<>();
        for (int i = 0; i < 150; i++) {
            int kind = random.nextInt(8);
            if (kind == 0) {
                Long to = random.nextBoolean() ? null : Long.valueOf(random.nextLong(stage.state.version() + 1));
                if (stage.tryGive(new MatchCommand.Undo(to, "r"))) {
                    long after = ((MatchEvent.Undone) stage.log.getLast().event()).toVersion();
                    undone.push(counting);
                    counting = counting.stream()
                            .filter(event -> event.version() <= after)
                            .toList();
                }
            } else if (kind == 1) {
                if (stage.tryGive(new MatchCommand.Redo(null))) {
                    counting = undone.pop();
                } else {
                    assertThat(undone).isEmpty();
                }
            } else if (stage.tryGive(command(random))) {
                counting = new ArrayList<>(counting);
                counting.add(stage.log.getLast());
                undone.clear();
            }
            stage.pass(Duration.ofMillis(random.nextInt(2000)));
            assertShowsTheSame(stage.state, fold(counting));
        }
        assertThat(Match.fold(RULES, stage.teams, stage.log)).isEqualTo(stage.state);
        var format = new MatchEventFormat();
        List<Stamped> reread = stage.log.stream()
                .map(event -> new Stamped(
                        event.version(), event.at(), event.author(), format.fromJson(format.toJson(event.event()))))
                .toList();
        assertThat(Match.fold(RULES, stage.teams, reread)).isEqualTo(stage.state);
    }

    /** Versions are closed up for the fold; only the nonce of a buzz window, which is a version, may differ then. */
    private static MatchState fold(List<Stamped> counting) {
        var state = Match.start(RULES, new Stage(RULES, 4).teams);
        for (Stamped event : counting) {
            state = state.apply(new Stamped(state.version() + 1, event.at(), event.author(), event.event()));
        }
        return state;
    }

    private static void assertShowsTheSame(MatchState state, MatchState model) {
        assertThat(state.scores()).isEqualTo(model.scores());
        assertThat(state.phase()).isEqualTo(model.phase());
        assertThat(state.clock()).isEqualTo(model.clock());
        assertThat(state.progress()).isEqualTo(model.progress());
        assertThat(state.buzzes()).isEqualTo(model.buzzes());
        assertThat(state.lockedOut()).isEqualTo(model.lockedOut());
        assertThat(state.paused()).isEqualTo(model.paused());
        assertThat(state.nextAction()).isEqualTo(model.nextAction());
    }
}
