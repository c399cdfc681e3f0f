/**
 * 彩排: robots play a final through its whole run-down, at a chosen pace, so that the hall can be tried before anybody sits in it.
 *
 * <p>{@code RobotHost} and {@code RobotTeams} say what a host or a team would do next; both know the state of the match alone. What they say goes
 * the way of everybody else's commands and presses, so whatever a robot sees work does work. Robots play only matches that are marked as a
 * rehearsal, never one that counts; {@code Rehearsals} makes such a copy of a match, with questions of its own from the bank.
 *
 * <p>The node that owns the match runs its robots. What they were told to do stands in PostgreSQL, so a node that takes the match over
 * lets them go on. A team at whose seat a person sits is left to that person.
 */
package org.leitai.finals.rehearsal;
