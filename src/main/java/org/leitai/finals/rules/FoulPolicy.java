package org.leitai.finals.rules;

/** What a false start costs besides {@link Figures#foul()} 抢答犯规. */
public enum FoulPolicy {
    /** The machine does not take it: no foul, no points. */
    IGNORE,
    /** Only the short lock of the buzzer. */
    LOCK_OUT,
    /** The team may not buzz for this question any more. */
    LOSE_QUESTION,
    /** Points only; the team stays in. */
    MINUS,
    /** The question is void for all. */
    VOID,
    /** The n-th foul of a team in a segment costs n times the figure, and the question. */
    ESCALATING
}
