package org.leitai.report;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import org.leitai.contest.Round;
import org.leitai.contest.RulesText;

/** Puts together the page of a rule sheet. */
@ApplicationScoped
class RulesViews {

    private final DeskStore store;
    private final RulesText rules;
    private final ContestTime time;

    RulesViews(DeskStore store, RulesText rules, ContestTime time) {
        this.store = store;
        this.rules = rules;
        this.time = time;
    }

    TemplateInstance page(
            RoundPlace place,
            SheetView sheet,
            String reason,
            String reasonFault,
            String refusal,
            Instant now,
            Locale locale) {
        Round round = place.round();
        var view = new RulesView(
                place.contest().title(),
                round.title(),
                place.path(),
                now.isBefore(round.window().opens()),
                rules.lines(round.sheet(), locale),
                store.sheetVersions(round.id()).stream().map(this::version).toList(),
                sheet,
                reason,
                reasonFault,
                refusal);
        return new ReportTemplates.rules(view).setLocale(locale);
    }

    private RulesView.Version version(History.SheetVersion version) {
        return new RulesView.Version(version.version(), version.author(), version.reason(), time.second(version.at()));
    }
}
