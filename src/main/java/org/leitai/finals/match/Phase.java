package org.leitai.finals.match;

/** Where the present question stands 题目阶段. A pause is not a phase: see {@link MatchState#paused()}. */
public enum Phase {
    /** No question is on. */
    IDLE,
    QUESTION_SHOWN,
    CLOCK_RUNNING,
    BUZZ_ARMED,
    /** One team has the word. */
    ANSWERING,
    RULED,
    REVEALED,
    FINISHED
}
