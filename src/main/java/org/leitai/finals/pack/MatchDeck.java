package org.leitai.finals.pack;

import org.leitai.finals.StoredMatch;
import org.leitai.finals.stage.QuestionText;

/** The deck of one room, kept up with what editors and keys do to it on any node. Thread-safe. */
public final class MatchDeck {

    private final Decks decks;
    private final StoredMatch match;
    private volatile Deck deck;
    private volatile String stamp;

    MatchDeck(Decks decks, StoredMatch match) {
        this.decks = decks;
        this.match = match;
        refresh();
    }

    /** Reads the questions again if somebody has changed, sealed or opened them: one short query where nobody has. */
    public void refresh() {
        String newest = decks.stamp(match.id());
        if (!newest.equals(stamp)) {
            deck = decks.read(match);
            stamp = newest;
        }
    }

    /** As of the last refresh. */
    public Deck now() {
        return deck;
    }

    public QuestionText text(String itemRef) {
        return deck.text(itemRef);
    }
}
