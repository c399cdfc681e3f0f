/**
 * 比赛: commands are decided against the folded state, events are what happened, the state is their fold.
 *
 * <p>In: {@link org.leitai.finals.match.MatchCommand}; out: {@link org.leitai.finals.match.Decision}. Points are resolved when
 * a command is decided, so that the fold only adds. An accepted command is one event; ruling on several teams at once is one for each. Undo
 * and redo are events too and take effective events away or bring them back. Every state keeps a link to the one before, so undo costs no
 * second fold.
 */
package org.leitai.finals.match;
