package org.leitai.finals.rules;

/**
 * What differs for one type of question 按题型.
 *
 * @param points null: as in the segment
 * @param think seconds; null: as in the segment
 */
public record ByType(Figures points, Integer think) {}
