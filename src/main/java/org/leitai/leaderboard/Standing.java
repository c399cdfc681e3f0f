package org.leitai.leaderboard;

import org.leitai.contest.Tally;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.RoundId;
import org.leitai.kernel.UnitId;

/**
 * What a person has on the board 名次.
 *
 * @param unit the person's own unit, not the competing one above it
 * @param attempts how many the person has finished
 * @param revision grows with every change
 */
record Standing(RoundId round, PersonId person, UnitId unit, Tally tally, int attempts, long revision) {}
