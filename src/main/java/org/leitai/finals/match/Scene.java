package org.leitai.finals.match;

/** What the big screen shows 大屏场景. {@link #PLAY} follows the phase of the question. */
public enum Scene {
    OPENING,
    PARADE,
    SEGMENT,
    PLAY,
    SCOREBOARD,
    CHEER,
    FROZEN,
    REVEAL,
    AWARDS,
    BREAK
}
