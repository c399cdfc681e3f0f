package org.leitai.finals.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Rules;
import org.leitai.finals.match.Scene;
import org.leitai.finals.match.Stage;
import org.leitai.finals.match.Verdict;
import org.leitai.finals.rules.MatchRules;
import org.leitai.kernel.Points;

/** Plays a match forward as its console would, and does what people do besides: corrects, voids, takes back, substitutes. */
final class RandomPlay {

    private final Stage stage;
    private final Random random;

    private RandomPlay(Stage stage, long seed) {
        this.stage = stage;
        random = new Random(seed);
    }

    static Stage of(MatchRules rules, long seed, int steps) {
        return of(rules, seed, steps, 4);
    }

    /** @param asideOneIn how seldom something happens besides */
    static Stage of(MatchRules rules, long seed, int steps, int asideOneIn) {
        var stage = new Stage(rules, rules.teams());
        var play = new RandomPlay(stage, seed);
        for (int i = 0; i < steps; i++) {
            stage.tryGive(play.random.nextInt(asideOneIn) == 0 ? play.aside() : play.forward());
            stage.pass(Duration.ofMillis(play.random.nextInt(2500)));
        }
        return stage;
    }

    /** @param resource such as {@code demo/final.yaml} */
    static MatchRules rules(String resource) {
        try (InputStream file = RandomPlay.class.getResourceAsStream("/" + resource)) {
            return Rules.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MatchCommand forward() {
        MatchState state = stage.state;
        return switch (state.nextAction()) {
            case OPEN_SEGMENT -> new MatchCommand.OpenSegment(state.segmentIndex() + 1);
            case SHOW_QUESTION -> show(state);
            case START_CLOCK -> new MatchCommand.StartClock();
            case COUNT_DOWN -> new MatchCommand.StartCountdown();
            case COUNTING, OPEN_BUZZ -> new MatchCommand.OpenBuzz();
            case WAIT_FOR_BUZZ -> random.nextInt(5) == 0 ? new MatchCommand.Lapse() : new MatchCommand.Award(team());
            case RULE -> rule(state);
            case JUDGE -> random.nextBoolean() ? judge(state) : rule(state);
            case REVEAL_ANSWER -> new MatchCommand.RevealAnswer();
            case NEXT_QUESTION -> new MatchCommand.NextQuestion();
            case RESUME -> new MatchCommand.Resume();
            case REVEAL_STEP -> new MatchCommand.RevealStep();
            case FINISH -> random.nextInt(3) == 0 ? new MatchCommand.Finish() : new MatchCommand.Freeze();
            case NONE -> new MatchCommand.ShowScene(Scene.AWARDS);
        };
    }

    private MatchCommand aside() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new MatchCommand.Adjust(team(), new Points(random.nextInt(2001) - 1000), "why");
            case 2 -> new MatchCommand.VoidQuestion("why", random.nextBoolean());
            case 3, 4 -> new MatchCommand.FalseStart(team());
            case 5 -> new MatchCommand.Follow(team(), random.nextInt(900_000_000), random.nextInt(4) == 0);
            case 6 -> {
                boolean last = random.nextBoolean();
                yield new MatchCommand.Undo(last ? null : random.nextLong(stage.state.version() + 1), "why");
            }
            case 7 -> new MatchCommand.Redo("why");
            case 8 -> new MatchCommand.SubstitutePlayer(team(), 1, "new", "why");
            case 9 ->
                new MatchCommand.EnterPaper(
                        1,
                        team(),
                        random.nextInt(stage.rules.segments().size() + 1) - 1,
                        null,
                        new Points(random.nextInt(2001) - 1000),
                        "why",
                        "one",
                        "other");
            case 10 -> new MatchCommand.Pause("why");
            default -> new MatchCommand.OpenBuzz();
        };
    }

    private MatchCommand show(MatchState state) {
        String item = String.valueOf(1
                + stage.log.stream()
                        .filter(event -> event.event() instanceof MatchEvent.QuestionShown)
                        .count());
        Integer team = state.teamOnTurn().orElse(team());
        List<Points> values = state.riskStock(team).entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
        Points value = values.isEmpty() ? null : values.get(random.nextInt(values.size()));
        boolean named =
                state.segment().orElseThrow().inTurn() && state.teamOnTurn().isEmpty();
        return new MatchCommand.ShowQuestion(named ? team : null, value, item);
    }

    private MatchCommand rule(MatchState state) {
        Verdict verdict = Verdict.values()[random.nextInt(Verdict.values().length)];
        int team = state.question() != null && state.question().team() != null
                ? state.question().team()
                : team();
        Points override = random.nextInt(6) == 0 ? new Points(random.nextInt(1500)) : null;
        return new MatchCommand.Rule(team, verdict, override, override == null ? null : "why");
    }

    private MatchCommand judge(MatchState state) {
        return new MatchCommand.JudgeScore("judge", state.question().team(), Map.of("", Points.of(random.nextInt(10))));
    }

    private int team() {
        return 1 + random.nextInt(stage.teams.size());
    }
}
