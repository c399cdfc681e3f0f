package org.leitai.finals;

import java.time.Instant;
import java.util.List;

/**
 * What was set up before a match 一场决赛: it never changes afterwards.
 *
 * @param code its name in addresses
 * @param rules YAML, as it was written
 * @param teams names, in the order of their seats
 */
public record StoredMatch(
        MatchId id, String code, String title, String rules, List<String> teams, String createdBy, Instant createdAt) {

    public StoredMatch {
        teams = List.copyOf(teams);
    }
}
