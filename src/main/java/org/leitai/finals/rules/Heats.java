package org.leitai.finals.rules;

/**
 * How this match stands among others 分组与晋级.
 *
 * @param groups how many matches of this kind are played side by side
 * @param advance how many teams of each go on; null: none
 */
public record Heats(Integer groups, Integer advance) {}
