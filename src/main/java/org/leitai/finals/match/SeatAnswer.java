package org.leitai.finals.match;

/**
 * What a seat handed in 代表队作答.
 *
 * @param text as it stands in the log
 * @param ref of the message that brought it; null: none
 * @param millis since the start of the clock; 0 without a clock
 */
public record SeatAnswer(String text, long millis, String ref) {}
