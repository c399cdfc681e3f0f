package org.leitai.finals.buzzer;

/** What a press came to 抢答结果. */
public sealed interface Outcome {

    record Won() implements Outcome {}

    /** @param deadHeat the gap is smaller than what could be measured; the rule sheet settles it */
    record Behind(long gapNanos, boolean deadHeat) implements Outcome {}

    /**
     * Too early.
     *
     * @param untilNanos end of the lock, on the same clock as the press
     * @param repeated within the lock of an earlier false start: one foul, not two
     */
    record FalseStart(long untilNanos, boolean repeated) implements Outcome {}

    /** Within the lock of a false start; the press is lost. */
    record LockedOut(long untilNanos) implements Outcome {}

    /** With lag compensation: settled by {@link BuzzSequencer#settle} from then on. */
    record Pending(long untilNanos) implements Outcome {}

    record StaleNonce() implements Outcome {}

    record Closed() implements Outcome {}

    /** The team has pressed already. */
    record Duplicate() implements Outcome {}

    /** The team may not buzz for this question. */
    record NotAllowed() implements Outcome {}
}
