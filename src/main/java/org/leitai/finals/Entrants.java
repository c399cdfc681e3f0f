package org.leitai.finals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leitai.audit.AuditLog;
import org.leitai.contest.Round;
import org.leitai.finals.entry.Cut;
import org.leitai.finals.entry.Entrant;
import org.leitai.finals.entry.Preliminary;
import org.leitai.finals.entry.Seating;

/** Teams of a new final by earlier results 参赛资格. Every filling is in the audit log, with the seed where seats were drawn. */
@ApplicationScoped
class Entrants {

    private static final int MOST_TEAMS = 12; // as a new final has it
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Preliminary preliminary;
    private final HeatResults results;
    private final AuditLog audit;

    Entrants(Preliminary preliminary, HeatResults results, AuditLog audit) {
        this.preliminary = preliminary;
        this.results = results;
        this.audit = audit;
    }

    /** What became of a filling. */
    sealed interface Filled {

        /** @param seed null: seated by rank */
        record Teams(List<String> names, Long seed) implements Filled {}

        /** @param arguments for the refusal's text */
        record Refused(FinalRefusal refusal, List<Object> arguments) implements Filled {}
    }

    List<Preliminary.Source> rounds(Instant now) {
        return preliminary.settled(now);
    }

    Filled fill(EntryForm form, String author, Instant now) {
        return form.fromRound() ? fromRound(form, author, now) : fromHeats(form, author);
    }

    private Filled fromRound(EntryForm form, String author, Instant now) {
        Optional<Round> round = preliminary.find(form.round(), now);
        if (round.isEmpty()) {
            return refused(FinalRefusal.ENTRY_ROUND);
        }
        Integer best = number(form.best());
        if (best == null || best < 2 || best > MOST_TEAMS) {
            return refused(FinalRefusal.ENTRY_COUNT, MOST_TEAMS);
        }
        Optional<List<Entrant>> units = preliminary.units(round.get());
        if (units.isEmpty()) {
            return refused(FinalRefusal.ENTRY_REBUILDING);
        }
        return switch (Cut.of(units.get(), best)) {
            case Cut.Passed(List<Entrant> entrants) -> seated(form, List.of(entrants), form.round(), author);
            case Cut.Tied tied -> refused(FinalRefusal.ENTRY_TIED, form.round(), tied.rank(), tied.teams());
            case Cut.TooFew few -> refused(FinalRefusal.ENTRY_TOO_FEW, form.round(), few.there());
        };
    }

    private Filled fromHeats(EntryForm form, String author) {
        List<HeatResults.Heat> heats = form.heats().stream()
                .distinct()
                .flatMap(code -> results.find(code).stream())
                .toList();
        if (heats.isEmpty()) {
            return refused(FinalRefusal.ENTRY_HEATS);
        }
        List<List<Entrant>> groups = new ArrayList<>();
        for (HeatResults.Heat heat : heats) {
            if (heat.ranking().isEmpty()) {
                return refused(FinalRefusal.ENTRY_UNFINISHED, heat.title());
            }
            Integer best = form.advance().isEmpty() ? heat.advance() : number(form.advance());
            if (best == null || best < 1 || best > MOST_TEAMS) {
                return refused(FinalRefusal.ENTRY_ADVANCE, heat.title(), MOST_TEAMS);
            }
            switch (Cut.of(heat.ranking(), best)) {
                case Cut.Passed(List<Entrant> entrants) -> groups.add(entrants);
                case Cut.Tied tied -> {
                    return refused(FinalRefusal.ENTRY_TIED, heat.title(), tied.rank(), tied.teams());
                }
                case Cut.TooFew few -> {
                    return refused(FinalRefusal.ENTRY_TOO_FEW, heat.title(), few.there());
                }
            }
        }
        return seated(
                form,
                groups,
                String.join(", ", heats.stream().map(HeatResults.Heat::code).toList()),
                author);
    }

    private Filled seated(EntryForm form, List<List<Entrant>> groups, String source, String author) {
        Long seed = form.draws() ? RANDOM.nextLong() : null;
        List<String> names = seed == null ? Seating.byRank(groups) : Seating.drawn(groups, seed);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("teams", names);
        if (seed != null) {
            detail.put("seed", String.valueOf(seed));
        }
        QuarkusTransaction.requiringNew().run(() -> audit.append(author, "finals.entry", source, null, detail));
        return new Filled.Teams(names, seed);
    }

    private static Filled refused(FinalRefusal refusal, Object... arguments) {
        return new Filled.Refused(refusal, List.of(arguments));
    }

    private static Integer number(String typed) {
        return typed.matches("\\d{1,3}") ? Integer.valueOf(typed) : null;
    }
}
