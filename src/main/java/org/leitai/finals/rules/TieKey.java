package org.leitai.finals.rules;

/** What decides between teams with equal points, one after the other 同分排序. Equal in all: they share the place. */
public enum TieKey {
    /** Points of play-offs, more first. */
    PLAY_OFF,
    /** More right answers first. */
    MORE_RIGHT,
    /** Fewer wrong answers first. */
    FEWER_WRONG,
    /** Fewer fouls first. */
    FEWER_FOULS,
    /** Less time to answer first. */
    LESS_TIME,
    /** More points in buzzer segments first. */
    BUZZER_POINTS,
    /** More points in the last segment played first. */
    LAST_SEGMENT
}
