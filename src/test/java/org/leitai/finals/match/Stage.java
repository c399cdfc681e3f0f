package org.leitai.finals.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.leitai.finals.rules.MatchRules;
import org.leitai.kernel.Points;
import org.leitai.kernel.Refusal;

/** A match played by hand: gives commands, keeps the log, moves the clock only when told. */
public final class Stage {

    public static final Instant START = Instant.parse("2026-12-01T01:00:00Z");

    public final MatchRules rules;
    public final List<TeamSeat> teams;
    public final List<Stamped> log = new ArrayList<>();
    public Instant now = START;
    public MatchState state;

    public Stage(MatchRules rules, int seats) {
        this.rules = rules;
        teams = IntStream.rangeClosed(1, seats)
                .mapToObj(seat -> new TeamSeat(seat, "T" + seat))
                .toList();
        state = Match.start(rules, teams);
    }

    /** Gives a command that must be accepted. */
    public Stage give(MatchCommand command) {
        Decision decision = Match.decide(state, command, now);
        assertThat(decision).as("%s in %s", command, state.phase()).isInstanceOf(Decision.Accepted.class);
        append(((Decision.Accepted) decision).events());
        return this;
    }

    /** Gives a command; whether it was accepted. */
    public boolean tryGive(MatchCommand command) {
        if (Match.decide(state, command, now) instanceof Decision.Accepted accepted) {
            append(accepted.events());
            return true;
        }
        return false;
    }

    Refusal refusalOf(MatchCommand command) {
        Decision decision = Match.decide(state, command, now);
        assertThat(decision).as("%s in %s", command, state.phase()).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).refusal();
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    Points score(int team) {
        return state.score(team).score();
    }

    private void append(List<MatchEvent> events) {
        for (MatchEvent event : events) {
            Stamped stamped = new Stamped(state.version() + 1, now, "host", event);
            log.add(stamped);
            state = state.apply(stamped);
        }
    }
}
