package org.leitai.contest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Texts;

/** A rule sheet in plain words, a line for each thing that people ask. */
@ApplicationScoped
public class RulesText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Texts texts;
    private final ZoneId zone;

    RulesText(Texts texts, LeitaiConfig config) {
        this.texts = texts;
        this.zone = config.zone();
    }

    public List<String> lines(RuleSheet sheet, Locale locale) {
        return List.of(paper(sheet, locale), attempts(sheet, locale), ranking(sheet, locale), reveal(sheet, locale));
    }

    private String paper(RuleSheet sheet, Locale locale) {
        var parts = new ArrayList<String>();
        parts.add(texts.of(locale, "rules.questions", sheet.blueprint().size()));
        parts.add(texts.of(locale, "rules.full", sheet.blueprint().full()));
        sheet.paperTime().ifPresent(time -> parts.add(texts.of(locale, "rules.paper-clock", duration(time, locale))));
        sheet.questionTime()
                .ifPresent(time -> parts.add(texts.of(locale, "rules.question-clock", duration(time, locale))));
        return String.join(" · ", parts);
    }

    private String attempts(RuleSheet sheet, Locale locale) {
        var parts = new ArrayList<String>();
        if (sheet.attempts().perDay() != null) {
            parts.add(texts.of(locale, "rules.per-day", sheet.attempts().perDay()));
        }
        if (sheet.attempts().total() != null) {
            parts.add(texts.of(locale, "rules.total", sheet.attempts().total()));
        }
        if (parts.isEmpty()) {
            parts.add(texts.of(locale, "rules.unlimited"));
        }
        parts.add(texts.of(locale, countingKey(sheet.counting())));
        if (sheet.daily() != null) {
            parts.add(texts.of(
                    locale,
                    "rules.daily",
                    sheet.daily().from().toString(),
                    sheet.daily().until().toString()));
        }
        return String.join(" · ", parts);
    }

    private static String countingKey(Counting counting) {
        return switch (counting) {
            case Counting.Best best -> "rules.counting.best";
            case Counting.First first -> "rules.counting.first";
            case Counting.Last last -> "rules.counting.last";
            case Counting.Only only -> "rules.counting.only";
        };
    }

    private String ranking(RuleSheet sheet, Locale locale) {
        return sheet.ranking().stream()
                .map(key -> texts.of(locale, "rules.ranking." + key.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(texts.of(locale, "rules.ranking.then")));
    }

    private String reveal(RuleSheet sheet, Locale locale) {
        return switch (sheet.reveal()) {
            case Reveal.AtHandIn atHandIn -> texts.of(locale, "rules.reveal.at-hand-in");
            case Reveal.AtClose atClose -> texts.of(locale, "rules.reveal.at-close");
            case Reveal.At(var instant) -> texts.of(locale, "rules.reveal.at", MINUTE.format(instant.atZone(zone)));
            case Reveal.Never never -> texts.of(locale, "rules.reveal.never");
        };
    }

    private String duration(Duration time, Locale locale) {
        return time.toSeconds() % 60 == 0
                ? texts.of(locale, "rules.minutes", time.toMinutes())
                : texts.of(locale, "rules.seconds", time.toSeconds());
    }
}
