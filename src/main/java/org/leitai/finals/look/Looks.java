package org.leitai.finals.look;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leitai.audit.AuditLog;
import org.leitai.web.Shows;

/** How finals present themselves 门面, by the code of the match. */
@ApplicationScoped
public class Looks implements Shows {

    private final LookStore store;
    private final AuditLog audit;

    Looks(LookStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /** The plain look where nobody has written any. */
    public Look of(String match) {
        return store.find(match).orElse(Look.PLAIN);
    }

    public LookForm form(String match) {
        return LookForm.of(of(match));
    }

    /** The picture as PNG, if there is one, with its digest. */
    public Optional<Map.Entry<String, byte[]>> logo(String match) {
        return store.logo(match).map(logo -> Map.entry(logo.digest(), logo.png()));
    }

    @Override
    public List<Shows.Show> shows() {
        return store.listed();
    }

    /**
     * Takes the form over if nothing is wrong with it; otherwise stores nothing.
     *
     * @param teams how many the match has
     * @return field → what is wrong; empty: done
     */
    public Map<String, LookRefusal> change(String match, int teams, LookForm form, String author, Instant now) {
        var faults = new LinkedHashMap<>(form.faults(teams));
        Logo logo = null;
        if (form.picture() != null && !form.withoutLogo()) {
            switch (Logo.read(bytes(form))) {
                case Logo.Read.Done(Logo read) -> logo = read;
                case Logo.Read.Refused(LookRefusal refusal) -> faults.put("logo", refusal);
            }
        }
        if (faults.isEmpty()) {
            String digest = logo != null
                    ? logo.digest()
                    : form.withoutLogo() ? null : of(match).logo();
            put(match, new Look(form.creditLines(), form.lineupLines(), form.listed(), digest), logo, author, now);
        }
        return faults;
    }

    /** For a final that the system itself makes. */
    public void list(String match, Instant now) {
        put(match, new Look(List.of(), List.of(), true, null), null, AuditLog.SYSTEM, now);
    }

    private void put(String match, Look look, Logo logo, String author, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            store.put(match, look, logo, now);
            audit.append(
                    author,
                    "finals.look",
                    match,
                    null,
                    Map.of(
                            "credits", look.credits(),
                            "teamsWithPlayers", look.lineup().size(),
                            "listed", look.listed(),
                            "logo", look.logo() == null ? "" : look.logo()));
        });
    }

    private static byte[] bytes(LookForm form) {
        try {
            return Files.readAllBytes(form.picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
