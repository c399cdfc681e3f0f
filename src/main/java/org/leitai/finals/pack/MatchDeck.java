package org.leitai.finals.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.leitai.finals.StoredMatch;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.stage.QuestionText;

/**
 * The deck of one room, kept up with what editors and keys do to it on any node. It is read by many; what has been shown it is told, and
 * asked for the next, under the room's lock.
 */
public final class MatchDeck {

    /** @param version of the event that showed it */
    private record Shown(long version, int ordinal) {}

    private final Decks decks;
    private final StoredMatch match;
    private final List<Shown> shown = new ArrayList<>();
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

    /** Whether nobody can read the questions yet, as of the last refresh. */
    public boolean sealed() {
        return deck.sealed();
    }

    public QuestionText text(String itemRef) {
        return deck.text(itemRef);
    }

    public void follow(Stamped stamped) {
        if (stamped.event() instanceof MatchEvent.QuestionShown question) {
            shown.add(new Shown(stamped.version(), Integer.parseInt(question.itemRef())));
        }
    }

    /** The next question that nobody has seen; one whose showing was just undone comes again. */
    public String next(MatchState state) {
        Set<Integer> seen = shown.stream()
                .filter(one -> one.version() <= state.content())
                .map(Shown::ordinal)
                .collect(Collectors.toSet());
        return String.valueOf(deck.next(state.segmentIndex(), state.progress().replacing(), seen));
    }
}
