package org.leitai.finals.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Scene;
import org.leitai.finals.match.Verdict;
import org.leitai.finals.rules.JudgePanel;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.TurnOrder;
import org.leitai.kernel.Points;

/**
 * Host, scorekeeper and judges of a rehearsal 机器主持人. Follows the large button and chooses what the rules leave to choose; a
 * question without a number of its own is asked three times, then the evening goes on. Depends on the state and its seed alone.
 */
final class RobotHost {

    private static final int QUESTIONS_OF_AN_OPEN_SEGMENT = 3;
    private static final int JUDGES = 3;

    private final Random random;

    RobotHost(long seed) {
        this.random = new Random(seed);
    }

    /**
     * What a host might do now, the likeliest first; the first that the rules accept is done. Empty: there is nothing to do, or a
     * person has to.
     */
    List<MatchCommand> options(MatchState state) {
        return switch (state.nextAction()) {
            case OPEN_SEGMENT -> later(state);
            case SHOW_QUESTION -> question(state);
            case START_CLOCK -> joined(List.of(new MatchCommand.StartClock()), rulings(state));
            case COUNT_DOWN -> List.of(new MatchCommand.StartCountdown());
            case OPEN_BUZZ -> List.of(new MatchCommand.OpenBuzz(), new MatchCommand.Lapse());
            case WAIT_FOR_BUZZ -> List.of(new MatchCommand.Lapse());
            case RULE, JUDGE -> rulings(state);
            case REVEAL_ANSWER -> List.of(new MatchCommand.RevealAnswer(), new MatchCommand.NextQuestion());
            case NEXT_QUESTION -> List.of(new MatchCommand.NextQuestion());
            case REVEAL_STEP -> List.of(new MatchCommand.RevealStep());
            case FINISH -> List.of(end(state));
            case COUNTING, RESUME -> List.of();
            case NONE -> ceremony(state);
        };
    }

    /** How long people take before this step. */
    static Duration pause(MatchState state) {
        return switch (state.nextAction()) {
            case WAIT_FOR_BUZZ -> Duration.ofSeconds(8);
            case RULE -> Duration.ofSeconds(5);
            case OPEN_SEGMENT, COUNT_DOWN, OPEN_BUZZ, NEXT_QUESTION, NONE -> Duration.ofSeconds(4);
            case SHOW_QUESTION, START_CLOCK, JUDGE, REVEAL_ANSWER, REVEAL_STEP, FINISH -> Duration.ofSeconds(3);
            case COUNTING, RESUME -> Duration.ofSeconds(1);
        };
    }

    /** A play-off in which nobody may take part is passed over. */
    private static List<MatchCommand> later(MatchState state) {
        var options = new ArrayList<MatchCommand>();
        int segments = state.rules().segments().size();
        IntStream.range(state.segmentIndex() + 1, segments)
                .mapToObj(MatchCommand.OpenSegment::new)
                .forEach(options::add);
        options.add(end(state));
        return options;
    }

    /** The places are kept for the reveal. */
    private static MatchCommand end(MatchState state) {
        return state.frozen() ? new MatchCommand.Finish() : new MatchCommand.Freeze();
    }

    private List<MatchCommand> question(MatchState state) {
        Segment segment = state.segment().orElseThrow();
        if (segment.questions() == 0 && state.progress().number() >= QUESTIONS_OF_AN_OPEN_SEGMENT) {
            return later(state);
        }
        var options = new ArrayList<MatchCommand>();
        for (Integer team : candidates(state, segment)) {
            for (Points value : values(state, segment, team)) {
                options.add(new MatchCommand.ShowQuestion(team, value, null));
            }
        }
        options.add(new MatchCommand.EndTurn(null));
        options.addAll(later(state));
        return options;
    }

    /** Whom a host may have to name; one null: nobody. */
    private List<Integer> candidates(MatchState state, Segment segment) {
        if (!segment.inTurn() || segment.order() != TurnOrder.LIVE) {
            return Collections.singletonList(null);
        }
        var teams = new ArrayList<>(state.progress().entrants());
        teams.removeAll(state.progress().out());
        Collections.shuffle(teams, random);
        return teams;
    }

    private List<Points> values(MatchState state, Segment segment, Integer named) {
        if (segment.risk().isEmpty()) {
            return Collections.singletonList(null);
        }
        Integer chooser = named != null ? named : state.teamOnTurn().orElse(null);
        var values = new ArrayList<Points>();
        if (chooser == null) {
            segment.risk().forEach(value -> values.add(value.value()));
        } else {
            state.riskStock(chooser).entrySet().stream()
                    .filter(stock -> stock.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .forEach(values::add);
        }
        Collections.shuffle(values, random);
        return values;
    }

    private List<MatchCommand> rulings(MatchState state) {
        Segment segment = state.segment().orElseThrow();
        Integer team = segment.together() ? unruled(state) : state.question().team();
        if (team == null) {
            return List.of(new MatchCommand.RevealAnswer(), new MatchCommand.NextQuestion());
        }
        if (segment.kind() == SegmentKind.JUDGED) {
            return judged(state, segment, team);
        }
        return List.of(
                new MatchCommand.Rule(team, verdict()),
                new MatchCommand.Rule(team, Verdict.RIGHT),
                new MatchCommand.EndTurn(null));
    }

    private static Integer unruled(MatchState state) {
        return state.eligible().stream()
                .filter(team -> !state.question().ruled(team))
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private Verdict verdict() {
        int chance = random.nextInt(100);
        return chance < 65 ? Verdict.RIGHT : chance < 90 ? Verdict.WRONG : Verdict.TIMEOUT;
    }

    private List<MatchCommand> judged(MatchState state, Segment segment, int team) {
        JudgePanel panel = segment.panel();
        int judges = panel == null || panel.judges() == null ? JUDGES : panel.judges();
        int heard = state.question().judged().size();
        return heard < judges
                ? List.of(
                        new MatchCommand.JudgeScore("robot-" + (heard + 1), team, marks(segment, panel)),
                        new MatchCommand.StartClock())
                : List.of(new MatchCommand.Rule(team, Verdict.RIGHT));
    }

    private Map<String, Points> marks(Segment segment, JudgePanel panel) {
        var marks = new TreeMap<String, Points>();
        if (panel == null || panel.parts().isEmpty()) {
            marks.put("", mark(panel, segment.points().right()));
        } else {
            panel.parts().forEach(part -> marks.put(part.name(), mark(panel, part.max())));
        }
        return marks;
    }

    /** One of the grades, or a tenth of the most between six and ten tenths. */
    private Points mark(JudgePanel panel, Points most) {
        if (panel != null && !panel.grades().isEmpty()) {
            return panel.grades().get(random.nextInt(panel.grades().size())).points();
        }
        return new Points(most.hundredths() * (6 + random.nextInt(5)) / 10);
    }

    /** 揭榜 from the last place up, then the prizes, then the board for everybody. */
    private static List<MatchCommand> ceremony(MatchState state) {
        if (!state.frozen()) {
            return List.of();
        }
        boolean allRevealed = state.revealed().size() == state.teams().size();
        if (!allRevealed) {
            return List.of(new MatchCommand.ShowScene(Scene.REVEAL));
        }
        return List.of(
                state.scene() == Scene.AWARDS ? new MatchCommand.Thaw() : new MatchCommand.ShowScene(Scene.AWARDS));
    }

    private static List<MatchCommand> joined(List<MatchCommand> first, List<MatchCommand> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
