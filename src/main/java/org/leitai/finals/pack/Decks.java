package org.leitai.finals.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leitai.finals.MatchId;
import org.leitai.finals.MatchQuestion;
import org.leitai.finals.MatchQuestions;
import org.leitai.finals.StoredMatch;
import org.leitai.finals.stage.QuestionText;
import org.leitai.kernel.ItemVersionId;

/** Reads the questions of a match as its room needs them: from the table, or from the opened pack. */
@ApplicationScoped
public class Decks {

    private final PackStore store;
    private final QuestionStore clear;
    private final Vault vault;
    private final MatchQuestions questions;

    Decks(PackStore store, QuestionStore clear, Vault vault, MatchQuestions questions) {
        this.store = store;
        this.clear = clear;
        this.vault = vault;
        this.questions = questions;
    }

    public MatchDeck of(StoredMatch match) {
        return new MatchDeck(this, match);
    }

    /** Differs whenever the questions may differ. */
    String stamp(MatchId match) {
        return store.find(match).map(row -> row.status() + " " + row.revision()).orElse("");
    }

    /** As they are at this moment. */
    public Deck read(StoredMatch match) {
        Optional<PackRow> row = store.find(match.id()).filter(PackRow::closed);
        if (row.isEmpty()) {
            return drafted(match.id());
        }
        return row.get().status() == PackRow.Status.OPENED ? opened(match) : Deck.SEALED;
    }

    private Deck drafted(MatchId match) {
        List<PlacedQuestion> placed = clear.questions(match).questions();
        List<QuestionText> texts =
                questions.texts(placed.stream().map(PlacedQuestion::question).toList());
        return new Deck(
                IntStream.range(0, placed.size())
                        .mapToObj(i -> new Deck.Card(placed.get(i).segment(), texts.get(i)))
                        .toList(),
                false);
    }

    /** The plain text of an opened pack, checked against the published hash each time that it is read. */
    byte[] plain(StoredMatch match) {
        return vault.open(store.openedKey(match.id()).orElseThrow(), Packs.aboutOpened(match))
                .flatMap(key -> store.sealed(match.id()).flatMap(pack -> pack.plain(key, match.code())))
                .orElseThrow(() -> new IllegalStateException("match " + match.code()
                        + ": the opened pack is not what was sealed, or LEITAI_SECRET is another one"));
    }

    private Deck opened(StoredMatch match) {
        PackContent content = PackContent.of(plain(match));
        return new Deck(
                content.questions().stream()
                        .map(entry -> new Deck.Card(entry.segment(), text(entry)))
                        .toList(),
                false);
    }

    /**
     * As it was sealed. Where the bank still says the same of the item its own text is taken, which knows more of the form of an answer
     * than a pack needs to.
     */
    private QuestionText text(PackContent.Entry entry) {
        QuestionText sealed = questions
                .texts(List.of(new MatchQuestion.Written(
                        entry.stem(),
                        entry.options(),
                        entry.key(),
                        entry.explanation(),
                        entry.source(),
                        entry.type(),
                        entry.note())))
                .getFirst();
        if (entry.item() == null) {
            return sealed;
        }
        QuestionText now = questions
                .texts(List.of(new MatchQuestion.FromBank(new ItemVersionId(entry.item()))))
                .getFirst();
        boolean same = now.stem().equals(sealed.stem())
                && now.options().equals(sealed.options())
                && now.key().equals(sealed.key())
                && now.explanation().equals(sealed.explanation())
                && now.source().equals(sealed.source());
        return same ? now : sealed;
    }
}
