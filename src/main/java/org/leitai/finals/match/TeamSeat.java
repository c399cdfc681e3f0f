package org.leitai.finals.match;

/**
 * A team on stage 代表队.
 *
 * @param number of its seat, 1…n from the left
 */
public record TeamSeat(int number, String name) {}
