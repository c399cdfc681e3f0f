package org.leitai.finals.buzzer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who pressed first 抢答裁决: the one sequencer of a final. Thread-safe: every method takes its turn under one lock, the work
 * under it is a few comparisons.
 *
 * <p>A window has a nonce. {@link #prepare} announces it with the question, presses from then on are false starts;
 * {@link #arm} opens it; the first valid press wins; {@link #close} ends it. All nanoseconds are of one monotonic clock, the
 * sequencer's. What a client says of time is nowhere an argument.
 *
 * <p>Threads may reach the lock in another order than their presses arrived. The winner stays, so that there is never a second
 * one, and a press that arrived before it is declared a dead heat.
 */
public final class BuzzSequencer {

    /** Published rule; begins anew with each further early press. */
    public static final long LOCK_OUT_NANOS = 250_000_000L;

    /** Published rule: the most that lag compensation gives. */
    public static final long COMPENSATION_CAP_NANOS = 50_000_000L;

    /** Nobody reacts faster to what a screen shows; no compensated press counts as earlier than this after delivery. */
    public static final long REACTION_NANOS = 100_000_000L;

    /** What is remembered of one window; someone who hammers on the button fills no memory. */
    private static final int MOST_RECORDED = 4096;

    private static final Comparator<Valid> ORDER = Comparator.comparingLong(Valid::effectiveNanos)
            .thenComparingLong(Valid::arrivalNanos)
            .thenComparingInt(Valid::sequence);

    private final boolean compensated;

    private long nonce;
    private Set<Integer> eligible;
    private boolean armed;
    private boolean closed = true;
    private long armedAtNanos;
    private Integer winner;
    private long settleAtNanos;
    private final List<Press> presses = new ArrayList<>();
    private final List<Valid> valid = new ArrayList<>();
    private final Map<Integer, Long> lockedUntilNanos = new HashMap<>();
    private final Map<Integer, Set<Long>> seen = new HashMap<>();

    /** A press that takes part in the race. */
    private record Valid(int team, long arrivalNanos, long effectiveNanos, long uncertaintyNanos, int sequence) {}

    /** @param lagCompensation off unless the rules say so */
    public BuzzSequencer(boolean lagCompensation) {
        compensated = lagCompensation;
    }

    /** Announces a window. @param teams null: any team may press */
    public synchronized void prepare(long newNonce, Set<Integer> teams) {
        nonce = newNonce;
        eligible = teams == null ? null : Set.copyOf(teams);
        armed = false;
        closed = false;
        winner = null;
        presses.clear();
        valid.clear();
        lockedUntilNanos.clear();
        seen.clear();
    }

    /** Opens a window; presses that arrived before {@code nanos} are false starts, whenever they are handed in. */
    public synchronized void arm(long newNonce, long nanos) {
        if (newNonce != nonce || closed) {
            prepare(newNonce, null);
        }
        armed = true;
        armedAtNanos = nanos;
    }

    public synchronized void arm(long newNonce, long nanos, Set<Integer> teams) {
        arm(newNonce, nanos);
        eligible = Set.copyOf(teams);
    }

    /** Every press gets exactly one outcome, and every outcome is recorded. */
    public synchronized Outcome press(
            int team, long pressNonce, long pressSeq, long arrivalNanos, long roundTripNanos, long uncertaintyNanos) {
        Outcome outcome = outcome(team, pressNonce, pressSeq, arrivalNanos, roundTripNanos, uncertaintyNanos);
        if (presses.size() < MOST_RECORDED) {
            presses.add(new Press(team, pressNonce, pressSeq, arrivalNanos, roundTripNanos, uncertaintyNanos, outcome));
        }
        return outcome;
    }

    private Outcome outcome(
            int team, long pressNonce, long pressSeq, long arrivalNanos, long roundTripNanos, long uncertaintyNanos) {
        if (pressNonce != nonce) {
            return new Outcome.StaleNonce();
        }
        if (closed) {
            return new Outcome.Closed();
        }
        if (eligible != null && !eligible.contains(team)) {
            return new Outcome.NotAllowed();
        }
        boolean replayed = !seen.computeIfAbsent(team, any -> new HashSet<>()).add(pressSeq);
        if (replayed || valid.stream().anyMatch(earlier -> earlier.team() == team)) {
            return new Outcome.Duplicate();
        }
        Long lock = lockedUntilNanos.get(team);
        boolean locked = lock != null && arrivalNanos - lock < 0;
        if (!armed || arrivalNanos - armedAtNanos < 0) {
            long until = arrivalNanos + LOCK_OUT_NANOS;
            lockedUntilNanos.merge(team, until, (old, fresh) -> fresh - old > 0 ? fresh : old);
            return new Outcome.FalseStart(lockedUntilNanos.get(team), locked);
        }
        if (locked) {
            return new Outcome.LockedOut(lock);
        }
        return race(team, arrivalNanos, roundTripNanos, Math.max(0, uncertaintyNanos));
    }

    private Outcome race(int team, long arrivalNanos, long roundTripNanos, long uncertaintyNanos) {
        long effective = compensated ? compensated(arrivalNanos, roundTripNanos) : arrivalNanos;
        var press = new Valid(team, arrivalNanos, effective, uncertaintyNanos, valid.size());
        valid.add(press);
        if (winner != null) {
            Valid first = ofWinner();
            return new Outcome.Behind(gap(first, press), deadHeat(first, press));
        }
        if (compensated) {
            settleAtNanos = valid.size() == 1 ? arrivalNanos + COMPENSATION_CAP_NANOS : settleAtNanos;
            return new Outcome.Pending(settleAtNanos);
        }
        winner = team;
        return new Outcome.Won();
    }

    /** Half the round trip, at most the cap, and never before anyone could have reacted to what was delivered. */
    private long compensated(long arrivalNanos, long roundTripNanos) {
        long oneWay = Math.max(0, roundTripNanos / 2);
        long gained = arrivalNanos - Math.min(COMPENSATION_CAP_NANOS, oneWay);
        long earliest = armedAtNanos + Math.min(COMPENSATION_CAP_NANOS, oneWay) + REACTION_NANOS;
        return Math.min(arrivalNanos, Math.max(gained, earliest));
    }

    /** With lag compensation: the winner, once nobody who arrives later can be earlier. Empty: not yet, or nobody. */
    public synchronized Optional<Integer> settle(long nowNanos) {
        if (winner == null && !closed && !valid.isEmpty() && nowNanos - settleAtNanos >= 0) {
            winner = valid.stream().min(ORDER).orElseThrow().team();
        }
        return Optional.ofNullable(winner);
    }

    public synchronized void close() {
        closed = true;
    }

    public synchronized Optional<Integer> winner() {
        return Optional.ofNullable(winner);
    }

    /** The winner first, the others by arrival; empty before there is a winner. */
    public synchronized List<Place> places() {
        if (winner == null) {
            return List.of();
        }
        Valid first = ofWinner();
        List<Place> places = new ArrayList<>();
        places.add(
                new Place(first.team(), 0, valid.stream().anyMatch(other -> other != first && deadHeat(first, other))));
        valid.stream()
                .filter(press -> press != first)
                .sorted(ORDER)
                .forEach(press -> places.add(new Place(press.team(), gap(first, press), deadHeat(first, press))));
        return List.copyOf(places);
    }

    /** Every press since the window was announced, in the order they were handed in. */
    public synchronized List<Press> presses() {
        return List.copyOf(presses);
    }

    private Valid ofWinner() {
        return valid.stream()
                .filter(press -> press.team() == winner)
                .findFirst()
                .orElseThrow();
    }

    private static long gap(Valid first, Valid press) {
        return Math.max(0, press.effectiveNanos() - first.effectiveNanos());
    }

    private static boolean deadHeat(Valid first, Valid press) {
        long gap = press.effectiveNanos() - first.effectiveNanos();
        return gap < 0 || gap < Math.max(first.uncertaintyNanos(), press.uncertaintyNanos());
    }
}
