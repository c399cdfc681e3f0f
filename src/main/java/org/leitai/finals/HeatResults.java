package org.leitai.finals;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leitai.finals.entry.Entrant;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.match.TeamSeat;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFormat;

/** How earlier finals ended 各场结果: folded from their logs, whichever node runs them. */
@ApplicationScoped
class HeatResults {

    private final MatchStore store;
    private final MatchEventFormat events = new MatchEventFormat();
    private final MatchRulesFormat format = new MatchRulesFormat();

    HeatResults(MatchStore store) {
        this.store = store;
    }

    /**
     * @param advance how many go on by the rules; null: they say nothing of it
     * @param ranking best first; empty until the match is finished
     */
    record Heat(String code, String title, Integer advance, List<Entrant> ranking) {}

    Optional<Heat> find(String code) {
        return store.find(code).map(this::heat);
    }

    private Heat heat(StoredMatch match) {
        MatchRules rules = rules(match);
        List<TeamSeat> seats = IntStream.range(0, match.teams().size())
                .mapToObj(i -> new TeamSeat(i + 1, match.teams().get(i)))
                .toList();
        List<Stamped> log = store.events(match.id(), 0).stream()
                .map(event ->
                        new Stamped(event.version(), event.at(), event.author(), events.fromJson(event.payload())))
                .toList();
        MatchState state = Match.fold(rules, seats, log);
        List<Entrant> ranking = state.phase() == Phase.FINISHED
                ? state.ranking().stream()
                        .map(standing -> new Entrant(standing.rank(), standing.name()))
                        .toList()
                : List.of();
        return new Heat(
                match.code(),
                match.title(),
                rules.heats() == null ? null : rules.heats().advance(),
                ranking);
    }

    private MatchRules rules(StoredMatch match) {
        return switch (format.read(match.rules())) {
            case MatchRulesFormat.Result.Valid(MatchRules read) -> read;
            case MatchRulesFormat.Result.Faulty(var faults) ->
                throw new IllegalStateException("rules of match " + match.code() + ": " + faults);
        };
    }
}
