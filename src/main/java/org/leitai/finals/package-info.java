/**
 * 决赛: a final on stage.
 *
 * <p>{@code rules}: what a final is played by, as data. {@code match}: commands in, events out, the state as a fold of the
 * events. {@code buzzer}: who pressed first. These three know no framework and do no input or output; a match is a pure
 * function of (rules, teams, events), so a replay repeats it exactly. {@code rules.text} says rules in plain words, {@code rules.form}
 * takes them apart into fields, {@code library} keeps them and lets staff edit them, {@code entry} says which teams earlier results
 * bring to a final. {@code seat}: what a team's device says, and what is known of devices besides the log. {@code pack}: the
 * questions, by segment, in the clear or sealed until two keys open them. {@code stage}: what each audience may see. {@code console}: the
 * pages of hosts, scorekeepers and judges. {@code log}: the score sheet, the time line, signed files, the way to a hall and back, points from
 * paper. {@code look}: how a final presents itself. {@code rehearsal}: robots.
 *
 * <p>Here: the stage. {@code MatchRoom} holds a match on the one node that owns it: a command is decided against the folded state,
 * appended to PostgreSQL by {@code MatchStore} under the owner's fencing token and the expected version, and only then published;
 * any node takes commands and what seats say, and {@code OwnerCalls} hands them to the owner and brings the answer back, or says that it
 * could not; {@code SeatSayings} takes what seats say, and {@code BuzzDesk} hands presses to the sequencer; {@code StageStates} makes of a
 * state what each audience may see, and nothing else is ever sent. Seats, console, screen and phones are drawn from such a state alone,
 * so any of them may be reloaded at any moment.
 */
package org.leitai.finals;
