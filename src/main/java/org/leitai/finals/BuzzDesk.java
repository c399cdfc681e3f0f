package org.leitai.finals;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.leitai.finals.buzzer.BuzzSequencer;
import org.leitai.finals.buzzer.Outcome;
import org.leitai.finals.buzzer.Place;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.finals.stage.SeatViews;

/**
 * The buzzer of a room 抢答台: keeps the sequencer in step with the match, and turns what it finds into commands. Everything here
 * happens under the room's lock.
 *
 * <p>A window is announced with the question, so that a press before it opens is a false start and its lock reaches into the
 * window; announced and open it has one nonce. A window that is opened again has another.
 */
final class BuzzDesk {

    private final MatchRoom room;
    private final Map<String, Long> lastNumbers = new HashMap<>();
    private BuzzSequencer sequencer = new BuzzSequencer(false);
    private long nonce;
    private boolean armed;
    private long counted;

    BuzzDesk(MatchRoom room) {
        this.room = room;
    }

    /** Brings the sequencer to where the match is. */
    void follow(MatchState state) {
        boolean buzzed = state.question() != null
                && state.segment().map(Segment::buzzed).orElse(false)
                && state.phase() != Phase.REVEALED
                && state.phase() != Phase.RULED;
        if (!buzzed) {
            sequencer.close();
            nonce = 0;
            return;
        }
        if (nonce != state.buzzNonce() || isUndone(state)) {
            announce(state);
        }
        if (state.phase() == Phase.BUZZ_ARMED && !armed) {
            sequencer.arm(nonce, System.nanoTime(), state.eligible());
            armed = true;
        }
    }

    /** Whether the host has taken back the opening of this window or its winner. */
    private boolean isUndone(MatchState state) {
        return switch (state.phase()) {
            case QUESTION_SHOWN, CLOCK_RUNNING -> armed;
            case BUZZ_ARMED -> sequencer.winner().isPresent();
            case IDLE, ANSWERING, RULED, REVEALED, FINISHED -> false;
        };
    }

    private void announce(MatchState state) {
        sequencer = new BuzzSequencer(state.segment().orElseThrow().buzz().lagCompensation());
        nonce = state.buzzNonce();
        sequencer.prepare(nonce, state.eligible());
        armed = false;
        lastNumbers.clear();
    }

    void press(SeatMessage.Press press, Instant now) {
        SeatMessage.From from = press.from();
        Long last = lastNumbers.put(from.device(), press.number());
        MatchState state = room.state();
        if (last != null && press.number() <= last || nonce == 0 || state.paused()) {
            return;
        }
        boolean racing = state.phase() == Phase.BUZZ_ARMED || state.phase() == Phase.ANSWERING;
        if (!racing && !SeatViews.waitsForBuzz(state)) {
            return;
        }
        Outcome outcome = sequencer.press(
                from.team(), press.nonce(), ++counted, from.nanos(), from.roundTripNanos(), from.uncertaintyNanos());
        String author = "seat " + from.team();
        switch (outcome) {
            case Outcome.Won won -> award(from.team(), author, now);
            case Outcome.Behind(long gapNanos, boolean deadHeat) ->
                room.decide(new MatchCommand.Follow(from.team(), gapNanos, deadHeat), author, now);
            case Outcome.FalseStart(long until, boolean repeated) -> {
                if (!repeated) {
                    room.decide(new MatchCommand.FalseStart(from.team()), author, now);
                }
            }
            case Outcome.Pending(long untilNanos) -> settleAt(untilNanos, now);
            case Outcome.LockedOut lockedOut -> {}
            case Outcome.StaleNonce stale -> {}
            case Outcome.Closed closed -> {}
            case Outcome.Duplicate duplicate -> {}
            case Outcome.NotAllowed notAllowed -> {}
        }
    }

    /** A winner that could not be written is none: the window opens anew, for all. */
    private void award(int team, String author, Instant now) {
        boolean written = false;
        try {
            written = room.decide(new MatchCommand.Award(team, 0, false), author, now) instanceof CommandResult.Done;
        } finally {
            if (!written) {
                nonce = 0;
                follow(room.state());
            }
        }
    }

    /** With lag compensation a later press may still be the earlier one. */
    private void settleAt(long untilNanos, Instant now) {
        long window = nonce;
        Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(untilNanos - System.nanoTime());
            room.locked(() -> settle(window, now.plusNanos(TimeUnit.MILLISECONDS.toNanos(50))));
        });
    }

    private void settle(long window, Instant now) {
        if (nonce != window || room.state().phase() != Phase.BUZZ_ARMED || !room.owns()) {
            return;
        }
        sequencer.settle(System.nanoTime()).ifPresent(winner -> {
            for (Place place : sequencer.places()) {
                room.decide(
                        place.team() == winner
                                ? new MatchCommand.Award(place.team(), 0, place.deadHeat())
                                : new MatchCommand.Follow(place.team(), place.gapNanos(), place.deadHeat()),
                        "seat " + place.team(),
                        now);
            }
        });
    }
}
