package org.leitai.finals;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * This node's right to run a match 主控权. PostgreSQL gives it to one node for two seconds at a time and knows no later holder than the
 * one with the highest token.
 *
 * <p>The holder counts the seconds itself, on its monotonic clock, from before it asked: so it knows that the right has run out, also after it
 * slept, before anybody else can have it. Thread-safe.
 */
final class Lease {

    /** Renewed each 0.7 s: two renewals may be lost. Another node looks as often, so a match is without an owner for 2.7 s at most. */
    static final Duration LENGTH = Duration.ofSeconds(2);

    /** The holder stops this much earlier: clocks do not run equally fast, and what it sends now is still on its way. */
    private static final Duration MARGIN = Duration.ofMillis(250);

    private record Held(long token, long untilNanos) {
        static final Held NOT = new Held(0, 0);
    }

    private final MatchStore store;
    private final MatchId match;
    private final String node;
    private volatile Held held = Held.NOT;
    private volatile String otherOwner;

    Lease(MatchStore store, MatchId match, String node) {
        this.store = store;
        this.match = match;
        this.node = node;
    }

    /** Whether this node may act now. */
    boolean runs() {
        Held now = held;
        return now.token() != 0 && System.nanoTime() - now.untilNanos() < 0;
    }

    /** Whether this node had it last, as far as it knows; it may have run out. */
    boolean isOurs() {
        return held.token() != 0;
    }

    /** 0 when it is not ours. */
    long token() {
        return held.token();
    }

    /** Another node that has it, as it was when this one last tried. */
    Optional<String> otherOwner() {
        return Optional.ofNullable(otherOwner);
    }

    /** @return false when another node has it by now */
    boolean renew() {
        Held before = held;
        long askedNanos = System.nanoTime();
        boolean renewed = store.renew(match, before.token(), LENGTH);
        synchronized (this) {
            if (held.token() == before.token()) {
                held = renewed ? from(before.token(), askedNanos) : Held.NOT;
            }
        }
        return renewed;
    }

    /** @return whether nobody else has it */
    boolean take() {
        long askedNanos = System.nanoTime();
        OptionalLong token = store.takeOver(match, node, LENGTH);
        if (token.isEmpty()) {
            otherOwner = store.owner(match).orElse(null);
            return false;
        }
        synchronized (this) {
            held = from(token.getAsLong(), askedNanos);
            otherOwner = null;
        }
        return true;
    }

    synchronized void lose() {
        held = Held.NOT;
    }

    /** Another node need not wait until it runs out. */
    void giveUp() {
        Held before = held;
        lose();
        if (before.token() != 0) {
            store.giveUp(match, before.token());
        }
    }

    private static Held from(long token, long askedNanos) {
        return new Held(token, askedNanos + LENGTH.minus(MARGIN).toNanos());
    }
}
