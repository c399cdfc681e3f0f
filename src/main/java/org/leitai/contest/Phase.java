package org.leitai.contest;

/** What a round is doing at an instant 阶段; derived from the instants of the rule sheet, never stored. */
public enum Phase {
    UPCOMING,
    OPEN,
    /** Inside the window, outside the daily hours. */
    RESTING,
    CLOSED
}
