package org.leitai.finals.match;

/**
 * What a team says against a ruling 异议, and what became of it.
 *
 * @param id version of the event that raised it
 * @param about the question that it is about
 * @param outcome null while it is open
 */
public record Protest(long id, int team, Desk.Asked about, String reason, ProtestOutcome outcome) {

    public boolean open() {
        return outcome == null;
    }

    Protest settled(ProtestOutcome now) {
        return new Protest(id, team, about, reason, now);
    }
}
