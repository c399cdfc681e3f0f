package org.leitai.finals.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.leitai.finals.match.Decision;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.match.Scene;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.match.TeamSeat;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFormat;

class RobotHostTest {

    private static final int MOST_STEPS = 20_000;

    @TestFactory
    Stream<DynamicTest> everyRuleSetIsPlayedToTheEndOfItsCeremony() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/finals/rules"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(rules(file))));
        }
    }

    @Test
    void aPauseIsLeftToThePersonWhoMadeIt() {
        MatchState paused = apply(
                Match.start(rules(Path.of("src/main/resources/demo/final.yaml")), seats(8)),
                new MatchCommand.Pause("-"));
        assertThat(new RobotHost(1).options(paused)).isEmpty();
    }

    private static void play(MatchRules rules) {
        MatchState state = Match.start(rules, seats(rules.teams()));
        var host = new RobotHost(rules.title().hashCode());
        int opened = -1;
        for (int step = 0; step < MOST_STEPS; step++) {
            MatchState before = state;
            List<MatchCommand> options = others(state).orElseGet(() -> host.options(before));
            if (options.isEmpty()) {
                break;
            }
            state = options.stream()
                    .map(option -> tryOne(before, option))
                    .filter(after -> after != null)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("stuck in " + before.phase() + " with " + options));
            opened = Math.max(opened, state.segmentIndex());
        }
        assertThat(state.phase()).isEqualTo(Phase.FINISHED);
        assertThat(opened).isEqualTo(rules.segments().size() - 1);
        assertThat(state.revealed()).hasSameSizeAs(state.teams());
        assertThat(state.scene()).isEqualTo(Scene.AWARDS);
        assertThat(state.frozen()).isFalse();
    }

    /** What the room and the teams do: the buzz opens at the end of its countdown, the first team that may presses. */
    private static Optional<List<MatchCommand>> others(MatchState state) {
        return switch (state.nextAction()) {
            case COUNTING -> Optional.of(List.of(new MatchCommand.OpenBuzz()));
            case WAIT_FOR_BUZZ ->
                Optional.of(state.eligible().stream()
                        .sorted()
                        .limit(1)
                        .<MatchCommand>map(MatchCommand.Award::new)
                        .toList());
            default -> Optional.empty();
        };
    }

    private static MatchState tryOne(MatchState state, MatchCommand command) {
        MatchCommand asked = command instanceof MatchCommand.ShowQuestion show
                ? new MatchCommand.ShowQuestion(show.team(), show.value(), "item-" + state.version())
                : command;
        return Match.decide(state, asked, at(state)) instanceof Decision.Accepted ? apply(state, asked) : null;
    }

    private static MatchState apply(MatchState state, MatchCommand command) {
        MatchState after = state;
        for (var event : ((Decision.Accepted) Match.decide(state, command, at(state))).events()) {
            after = after.apply(new Stamped(after.version() + 1, at(state), "robot", event));
        }
        return after;
    }

    private static Instant at(MatchState state) {
        return Instant.EPOCH.plus(Duration.ofSeconds(4 * state.version()));
    }

    private static List<TeamSeat> seats(int teams) {
        return IntStream.rangeClosed(1, teams)
                .mapToObj(team -> new TeamSeat(team, "T" + team))
                .toList();
    }

    private static MatchRules rules(Path file) {
        try {
            return ((MatchRulesFormat.Result.Valid) new MatchRulesFormat().read(Files.readString(file))).rules();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
