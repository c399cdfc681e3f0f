package org.leitai.finals.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.leitai.finals.CommandResult;
import org.leitai.finals.MatchRoom;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.NextAction;
import org.leitai.finals.match.Phase;
import org.leitai.finals.match.Verdict;
import org.leitai.finals.rehearsal.RobotTeams.PlannedPress;
import org.leitai.finals.seat.AnswerForm;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.finals.stage.SeatViews;

/**
 * The robots of one match at work 机器人上场, on a thread of their own, for as long as this node owns the match and they are told to. A
 * person who acts in between is never overruled: a step that was planned for another state is planned anew.
 */
final class RobotShow {

    static final String AUTHOR = "robot";

    private static final Logger LOG = Logger.getLogger(RobotShow.class);
    private static final Duration LOOK = Duration.ofMillis(25);

    private final MatchRoom room;
    private final Supplier<Instant> now;
    private final RobotHost host;
    private final RobotTeams teams;
    private final Thread thread;
    private volatile Robots told;
    private long jumped;
    private long pressed;
    private long answered;
    private long presses;
    private long stuckAt = -1;

    RobotShow(MatchRoom room, Robots told, Supplier<Instant> now) {
        this.room = room;
        this.told = told;
        this.now = now;
        long seed = room.match().id().value();
        this.host = new RobotHost(seed);
        this.teams = new RobotTeams(seed + 1);
        this.thread = Thread.ofVirtual().name("robots-" + room.match().code()).start(this::play);
    }

    boolean isPlaying() {
        return thread.isAlive();
    }

    void tell(Robots robots) {
        told = robots;
    }

    private void play() {
        try {
            while (told.play() && room.owns()) {
                step(room.state());
            }
        } catch (RuntimeException e) {
            // The owner of the shows starts another in a moment, if the match is still here.
            LOG.warnf("match %s: the robots stumbled: %s", room.match().code(), e.toString());
        }
    }

    private void step(MatchState state) {
        buzz(state);
        answer(state);
        List<MatchCommand> options = told.hosts() ? host.options(state) : List.of();
        if (options.isEmpty() || state.version() == stuckAt) {
            sleep(LOOK);
        } else if (waited(state, told.pace().of(RobotHost.pause(state)))) {
            perform(state, options);
        }
    }

    private void perform(MatchState state, List<MatchCommand> options) {
        var ways = new ArrayList<MatchCommand>(byTheKey(state));
        ways.addAll(options);
        for (MatchCommand option : ways) {
            if (!(room.perform(option, state.version(), AUTHOR, now.get()) instanceof CommandResult.Refused)) {
                return;
            }
        }
        stuckAt = state.version();
        LOG.warnf(
                "match %s: the robots do not know how to go on after event %d",
                room.match().code(), stuckAt);
    }

    /** What seats handed in is ruled on as the key proposes. */
    private List<MatchCommand> byTheKey(MatchState state) {
        if (state.nextAction() != NextAction.RULE || state.question().answers().isEmpty()) {
            return List.of();
        }
        Map<Integer, Verdict> proposed = room.proposals();
        if (state.segment().orElseThrow().together()) {
            return proposed.isEmpty() ? List.of() : List.of(new MatchCommand.RuleTogether(proposed));
        }
        Integer team = state.question().team();
        return team == null || !proposed.containsKey(team)
                ? List.of()
                : List.of(new MatchCommand.Rule(team, proposed.get(team)));
    }

    /** Plans an answer once a window of the question; whether it may be handed in is the room's to say. */
    private void answer(MatchState state) {
        boolean open = state.phase() == Phase.CLOCK_RUNNING || state.phase() == Phase.ANSWERING;
        long nonce = state.buzzNonce();
        if (!open || answered == nonce) {
            return;
        }
        answered = nonce;
        AnswerForm form = room.answerForm().orElse(AnswerForm.SPOKEN);
        for (int team : able(state)) {
            List<String> given = teams.answer(form);
            if (!given.isEmpty()
                    && (state.question().team() == null || state.question().team() == team)) {
                long number = ++presses;
                Duration after = told.pace().of(teams.thinking());
                Thread.ofVirtual().start(() -> {
                    sleep(after);
                    room.said(new SeatMessage.Answer(from(team), number, nonce, given), now.get());
                });
            }
        }
    }

    private static SeatMessage.From from(int team) {
        return new SeatMessage.From(team, AUTHOR + team, System.nanoTime(), 0, 0);
    }

    /** Plans presses once a window: those that are too early when it is announced, the others when it opens. */
    private void buzz(MatchState state) {
        long nonce = state.buzzNonce();
        if (nonce == 0) {
            return;
        }
        if (jumped != nonce && SeatViews.waitsForBuzz(state)) {
            jumped = nonce;
            teams.falseStarts(able(state)).forEach(press -> plan(press, nonce));
        }
        if (pressed != nonce && state.phase() == Phase.BUZZ_ARMED) {
            pressed = nonce;
            teams.presses(able(state)).forEach(press -> plan(press, nonce));
        }
    }

    private List<Integer> able(MatchState state) {
        return state.eligible().stream()
                .filter(team -> told.everySeat() || room.devices(team) == 0)
                .sorted()
                .toList();
    }

    private void plan(PlannedPress press, long nonce) {
        long number = ++presses;
        Duration after = told.pace().of(press.after());
        Thread.ofVirtual().start(() -> {
            sleep(after);
            room.said(new SeatMessage.Press(from(press.team()), number, nonce), now.get());
        });
    }

    /** @return whether the state is still the same after that time */
    private boolean waited(MatchState state, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            if (room.state() != state || !told.play()) {
                return false;
            }
            sleep(LOOK.compareTo(time) < 0 ? LOOK : time);
        }
        return room.state() == state;
    }

    private static void sleep(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
