package org.leitai.finals.match;

/** What a clock counts 计时种类. */
public enum ClockKind {
    THINK,
    START_WITHIN,
    ANSWER,
    SET,
    NOBODY,
    /** 3, 2, 1 before the buzz opens. */
    COUNTDOWN,
    LIFELINE
}
