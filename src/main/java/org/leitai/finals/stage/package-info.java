/**
 * 舞台画面: what each audience may see of a match, and nothing else.
 *
 * <p>In: the folded state ({@link org.leitai.finals.match.MatchState}) and the questions as text. Out: one
 * {@link org.leitai.finals.stage.StageState} an audience, complete, from which a page is drawn alone. Pure: the same state makes the
 * same picture. A key leaves for the host only until it is revealed; scores stand still for everybody else while they are frozen.
 */
package org.leitai.finals.stage;
