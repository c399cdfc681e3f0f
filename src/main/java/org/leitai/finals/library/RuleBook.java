package org.leitai.finals.library;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leitai.audit.AuditLog;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFormat;

/** All rules that a final may be made with 规则库: own ones by number, those that come along by code. */
@ApplicationScoped
public class RuleBook {

    private final RuleSetStore store;
    private final Presets presets;
    private final AuditLog audit;
    private final MatchRulesFormat format = new MatchRulesFormat();

    RuleBook(RuleSetStore store, Presets presets, AuditLog audit) {
        this.store = store;
        this.presets = presets;
        this.audit = audit;
    }

    /** What became of rules that were to be saved. */
    sealed interface Saved {

        record Done(long id, int version) implements Saved {}

        /** Somebody has saved another version meanwhile. */
        record Overtaken() implements Saved {}
    }

    /** Those that come along first, because the first is the one that forms begin with. */
    public List<Presets.Preset> choices() {
        var choices = new ArrayList<>(presets.all());
        own().forEach(set -> choices.add(new Presets.Preset(String.valueOf(set.id()), set.title())));
        return List.copyOf(choices);
    }

    /** @param name of own rules or of some that come along */
    public Optional<String> yaml(String name) {
        return presets.yaml(name).or(() -> find(name).map(RuleSet::yaml));
    }

    List<Presets.Preset> presets() {
        return presets.all();
    }

    List<RuleSet> own() {
        return store.all();
    }

    Optional<RuleSet> find(String name) {
        return name.matches("\\d{1,18}") ? store.find(Long.parseLong(name)) : Optional.empty();
    }

    /**
     * Appends a version.
     *
     * @param set null: a new set
     * @param seen the version that the author started from
     */
    Saved save(Long set, int seen, MatchRules rules, String author, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long id = set == null ? store.newId() : set;
            var next = new RuleSet(id, seen + 1, rules.title(), format.toYaml(rules), author, now);
            boolean latest = set == null || store.find(id).filter(own -> own.version() == seen).isPresent();
            if (!latest || !store.append(next)) {
                return new Saved.Overtaken();
            }
            audit.append(
                    author,
                    "finals.rules-save",
                    String.valueOf(id),
                    null,
                    Map.of("version", next.version(), "title", rules.title()));
            return new Saved.Done(id, next.version());
        });
    }
}
