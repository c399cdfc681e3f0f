package org.leitai.finals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leitai.audit.AuditLog;
import org.leitai.finals.look.Looks;
import org.leitai.finals.pack.Arrangement;
import org.leitai.finals.pack.PackNeeds;
import org.leitai.finals.pack.QuestionStore;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFault;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.finals.stage.Audience;
import org.leitai.live.Live;

/** Sets finals up: the match with its questions, and the codes of its seats. */
@ApplicationScoped
public class Finals {

    /** A code has 40 letters at most; "-r999" is put behind it. */
    private static final int LONGEST_STEM = 35;

    private static final int MOST_COPIES = 999;

    private final MatchStore store;
    private final MatchQuestions questions;
    private final QuestionStore packs;
    private final Seats seats;
    private final AuditLog audit;
    private final Live live;
    private final Looks looks;
    private final MatchRulesFormat format = new MatchRulesFormat();

    Finals(
            MatchStore store,
            MatchQuestions questions,
            QuestionStore packs,
            Seats seats,
            AuditLog audit,
            Live live,
            Looks looks) {
        this.store = store;
        this.questions = questions;
        this.packs = packs;
        this.seats = seats;
        this.audit = audit;
        this.live = live;
        this.looks = looks;
    }

    /** What became of a draft. */
    sealed interface Created {

        record Made(String code) implements Created {}

        /**
         * @param fields what is wrong, by field
         * @param rules what is wrong with the rule file
         */
        record Faulty(Map<String, FinalRefusal> fields, List<MatchRulesFault> rules) implements Created {}
    }

    /** @param rules YAML */
    Created create(NewMatchForm form, String rules, String author, Instant now) {
        var faults = new LinkedHashMap<>(form.faults());
        return switch (format.read(rules)) {
            case MatchRulesFormat.Result.Faulty(List<MatchRulesFault> wrong) -> new Created.Faulty(faults, wrong);
            case MatchRulesFormat.Result.Valid(MatchRules valid) -> {
                if (form.teamNames().size() > valid.teams()) {
                    faults.put("teams", FinalRefusal.BAD_TEAMS);
                }
                yield faults.isEmpty() ? save(form, rules, valid, author, now) : new Created.Faulty(faults, List.of());
            }
        };
    }

    private Created save(NewMatchForm form, String rules, MatchRules valid, String author, Instant now) {
        var asked = new ArrayList<>(form.writtenQuestions());
        PackNeeds needs = PackNeeds.of(valid, form.teamNames().size());
        int missing = needs.all() - asked.size();
        String topic = form.topic().isEmpty() ? null : form.topic();
        asked.addAll(questions.draw(Math.max(0, missing), topic, now.toEpochMilli()));
        if (asked.isEmpty()) {
            return new Created.Faulty(Map.of("topic", FinalRefusal.TOO_FEW_QUESTIONS), List.of());
        }
        Optional<MatchId> made = QuarkusTransaction.requiringNew().call(() -> {
            Optional<MatchId> id = store.create(form.code(), form.title(), rules, form.teamNames(), author, now);
            id.ifPresent(match -> packs.place(match, Arrangement.spread(needs, asked)));
            id.ifPresent(match -> audit.append(
                    author,
                    "finals.create",
                    form.code(),
                    null,
                    Map.of("teams", form.teamNames().size())));
            return id;
        });
        return made.<Created>map(id -> new Created.Made(form.code()))
                .orElseGet(() -> new Created.Faulty(Map.of("code", FinalRefusal.CODE_TAKEN), List.of()));
    }

    /** A final to try out, made by the system itself. */
    public boolean createDemo(String code, String title, List<String> teams, String rules, Instant now) {
        var form = new NewMatchForm(code, title, String.join("\n", teams), "", "", "", rules);
        boolean made = create(form, rules, AuditLog.SYSTEM, now) instanceof Created.Made;
        if (made) {
            looks.list(code, now);
        }
        return made;
    }

    /** The same teams and rules with other questions, for a rehearsal; empty when no code is free. */
    public Optional<StoredMatch> copy(StoredMatch match, String title, String author, Instant now) {
        String stem = match.code().length() > LONGEST_STEM ? match.code().substring(0, LONGEST_STEM) : match.code();
        for (int number = 1; number <= MOST_COPIES; number++) {
            String code = stem + "-r" + number;
            if (!exists(code)) {
                var form = new NewMatchForm(code, title, String.join("\n", match.teams()), "", "", "", match.rules());
                return create(form, match.rules(), author, now) instanceof Created.Made ? find(code) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    public boolean exists(String code) {
        return store.find(code).isPresent();
    }

    List<StoredMatch> all() {
        return store.all();
    }

    public Optional<StoredMatch> find(String code) {
        return store.find(code);
    }

    /** Binds one browser to all seats at once, to show a rehearsal on one page. */
    public List<NewCookie> sitEverywhere(StoredMatch match, String author, Instant now) {
        List<Integer> all =
                IntStream.rangeClosed(1, match.teams().size()).boxed().toList();
        return issue(match, all, false, author, now).values().stream()
                .flatMap(code -> seats.redeem(code, now).stream())
                .map(seat -> seats.cookieBesideOthers(seat, now))
                .toList();
    }

    /** A code for each of the teams, in their order; with {@code replace} what they had so far is good for nothing. */
    Map<Integer, SeatCode> issue(StoredMatch match, List<Integer> teams, boolean replace, String author, Instant now) {
        Map<Integer, SeatCode> codes = QuarkusTransaction.requiringNew().call(() -> {
            var issued = new LinkedHashMap<Integer, SeatCode>();
            for (int team : teams) {
                if (replace) {
                    seats.revoke(match.id(), team, now);
                }
                issued.put(team, seats.issue(match.id(), team, author, now));
            }
            audit.append(author, "finals.seat-codes", match.code(), null, Map.of("teams", teams, "replaces", replace));
            return issued;
        });
        if (replace) {
            teams.forEach(team -> closeSockets(match, team));
        }
        return codes;
    }

    /** A device that was replaced is gone at once, not with its next connection. */
    private void closeSockets(StoredMatch match, int team) {
        live.closeAll(new Audience.SeatOf(team).topic(match.code()));
    }
}
