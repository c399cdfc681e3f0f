package org.leitai.finals.match;

/** What a clock counts 计时种类. */
public enum ClockKind {
    THINK,
    START_WITHIN,
    ANSWER,
    SET,
    NOBODY,
    LIFELINE
}
