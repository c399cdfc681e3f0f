package org.leitai.finals.library;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.finals.rules.text.Phrase;
import org.leitai.finals.rules.text.RulesText;
import org.leitai.web.Texts;

/** Puts rules into the words of a language. */
@Singleton
public class SheetViews {

    private final Texts texts;
    private final MatchRulesFormat format = new MatchRulesFormat();

    SheetViews(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param yaml that was checked when it was stored
     * @throws IllegalStateException when it cannot be read
     */
    public SheetView of(String yaml, Locale locale) {
        return switch (format.read(yaml)) {
            case MatchRulesFormat.Result.Valid(MatchRules rules) -> of(rules, locale);
            case MatchRulesFormat.Result.Faulty(var faults) ->
                throw new IllegalStateException("stored rules are faulty: " + faults);
        };
    }

    public SheetView of(MatchRules rules, Locale locale) {
        Phrase.Wording wording = (key, arguments) -> texts.of(locale, key, arguments);
        return new SheetView(RulesText.of(rules).stream()
                .map(section -> new SheetView.Part(
                        section.title().in(wording),
                        section.kind() == null ? null : section.kind().in(wording),
                        section.lines().stream().map(line -> line.in(wording)).toList()))
                .toList());
    }

    /** A rule file to keep. */
    public static Response file(String name, String yaml) {
        return Response.ok(yaml)
                .type("application/yaml;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rules-" + name + ".yaml\"")
                .build();
    }
}
