/**
 * 竞赛: contests, rounds, and the rule sheet that configures them.
 *
 * <p>In: rule sheets as data ({@link org.leitai.contest.RuleSheetFormat}), changes of a round's end. Out: a snapshot in memory
 * that every request reads for nothing ({@link org.leitai.contest.Contests}), the frozen pool from which forms are drawn
 * ({@link org.leitai.contest.Pool}), the rules in plain words.
 *
 * <p>Invariants: a version of a rule sheet and its pool never change, so a form can be drawn again from its seed; a phase is
 * derived from instants and stored nowhere; the end of a round is one instant in one row, from which every deadline is derived,
 * so that extending or closing it is one update.
 *
 * <p>To extend the rule sheet: a policy is a sealed interface of small pure records ({@link org.leitai.contest.Counting},
 * {@link org.leitai.contest.Reveal}); add a record, its name, its test and its text. Fields that bind together are checked in
 * {@code RuleSheetChecks}.
 */
package org.leitai.contest;
