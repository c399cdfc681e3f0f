/**
 * 参赛资格: which teams come to a final, by what they have done before.
 *
 * <p>In: the unit board of a round of the preliminary, or the rankings of earlier finals; out: names in the order of their seats, by
 * rank or by a draw whose seed is kept, or the reason why it cannot be said yet. What is provisional qualifies nobody: a round must be
 * settled, a final finished, and a tie across the cut is for people to settle.
 */
package org.leitai.finals.entry;
