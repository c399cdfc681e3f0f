package org.leitai.finals;

/**
 * A device on stage, bound to a team 席位.
 *
 * @param id of the row that its code was redeemed in
 * @param match code of the match
 * @param team number of its seat, 1…n
 */
record Seat(long id, String match, int team) {}
