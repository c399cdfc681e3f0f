package org.leitai.finals.match;

import org.leitai.finals.rules.TieKey;
import org.leitai.kernel.Points;

/**
 * A row of the scoreboard 名次.
 *
 * @param rank shared by teams that are equal in every key; the next rank is skipped
 * @param decidedBy what put the team behind the one before it with the same score; null: the score, or nothing
 */
public record Standing(int rank, int team, String name, Points score, TieKey decidedBy) {}
