package org.leitai.finals;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.TeamSeat;
import org.leitai.finals.pack.Arrangement;
import org.leitai.finals.pack.Deck;
import org.leitai.finals.pack.Decks;
import org.leitai.finals.pack.PlacedQuestion;
import org.leitai.finals.pack.QuestionStore;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.finals.stage.QuestionText;

/** What was set up and what happened, for the documents of a match 比赛档案; and the way in for commands that a document leads to. */
@ApplicationScoped
public class MatchArchive {

    private final MatchStore store;
    private final Decks decks;
    private final QuestionStore questions;
    private final Matches matches;
    private final OwnerCalls owners;
    private final MatchRulesFormat rules = new MatchRulesFormat();

    MatchArchive(MatchStore store, Decks decks, QuestionStore questions, Matches matches, OwnerCalls owners) {
        this.store = store;
        this.decks = decks;
        this.questions = questions;
        this.matches = matches;
        this.owners = owners;
    }

    /**
     * A match as it was set up.
     *
     * @param rulesText YAML, as it was written
     * @param questions by their reference in the log: "1" is the first; none while they are sealed
     */
    public record SetUp(
            MatchId id,
            String code,
            String title,
            String rulesText,
            MatchRules rules,
            List<TeamSeat> teams,
            String createdBy,
            Instant createdAt,
            List<Deck.Card> questions) {

        public SetUp {
            teams = List.copyOf(teams);
            questions = List.copyOf(questions);
        }

        public MatchState start() {
            return Match.start(rules, teams);
        }
    }

    public Optional<SetUp> find(String code) {
        return store.find(code)
                .map(match -> new SetUp(
                        match.id(),
                        match.code(),
                        match.title(),
                        match.rules(),
                        rules(match),
                        seats(match.teams()),
                        match.createdBy(),
                        match.createdAt(),
                        decks.read(match).cards()));
    }

    /** @return empty when there is no such match */
    public Optional<CommandResult> give(
            String code, MatchCommand command, long expectedVersion, String author, Instant now) {
        return matches.room(code).map(room -> owners.perform(room, command, expectedVersion, author, now));
    }

    /**
     * Makes a match that was set up elsewhere, in the caller's transaction; its questions count as written for it.
     *
     * @return empty when the code is taken
     */
    public Optional<MatchId> create(
            String code,
            String title,
            String rulesText,
            List<String> teams,
            List<Deck.Card> asked,
            String createdBy,
            Instant createdAt) {
        List<PlacedQuestion> placed = asked.stream()
                .map(card -> new PlacedQuestion(written(card.text()), card.segment()))
                .toList();
        Optional<MatchId> made = store.create(code, title, rulesText, teams, createdBy, createdAt);
        made.ifPresent(match -> questions.place(match, new Arrangement(placed)));
        return made;
    }

    /** Written questions are given their letters when they are read, so those that came along go. */
    private static MatchQuestion written(QuestionText text) {
        List<String> options = text.options().stream()
                .map(option -> option.replaceFirst("^[A-Z]\\. ", ""))
                .toList();
        return new MatchQuestion.Written(
                text.stem(), options, text.key(), text.explanation(), text.source(), text.type(), text.note());
    }

    /** Shows what came into the log from elsewhere, after its owner was fenced off. */
    public void reopen(String code) {
        matches.room(code).ifPresent(room -> {
            room.tendLease(); // finds out that it has been fenced off
            room.tendLease(); // takes the match over and reads the log to its end
        });
    }

    public static List<TeamSeat> seats(List<String> teams) {
        return IntStream.range(0, teams.size())
                .mapToObj(i -> new TeamSeat(i + 1, teams.get(i)))
                .toList();
    }

    private MatchRules rules(StoredMatch match) {
        return switch (rules.read(match.rules())) {
            case MatchRulesFormat.Result.Valid(MatchRules read) -> read;
            case MatchRulesFormat.Result.Faulty(var faults) ->
                throw new IllegalStateException("rules of match " + match.code() + ": " + faults);
        };
    }
}
