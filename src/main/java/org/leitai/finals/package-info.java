/**
 * 决赛: a final on stage.
 *
 * <p>{@code rules}: what a final is played by, as data. {@code match}: commands in, events out, the state as a fold of the
 * events. {@code buzzer}: who pressed first. These three know no framework and do no input or output; a match is a pure
 * function of (rules, teams, events), so a replay repeats it exactly.
 */
package org.leitai.finals;
