package org.leitai.finals.buzzer;

/**
 * A place in the order of presses 抢答名次.
 *
 * @param gapNanos behind the first; 0 for the first
 * @param deadHeat cannot be told from the first
 */
public record Place(int team, long gapNanos, boolean deadHeat) {}
