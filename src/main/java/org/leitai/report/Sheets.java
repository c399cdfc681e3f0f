package org.leitai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.leitai.bank.Bank;
import org.leitai.bank.Shortage;
import org.leitai.contest.RuleSheet;
import org.leitai.contest.RuleSheetFault;
import org.leitai.contest.RuleSheetFormat;
import org.leitai.contest.RulesText;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Texts;

/** Rule sheets as organizers write and read them 规则表文本. */
@ApplicationScoped
class Sheets {

    private static final Pattern INSTANT = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z\"");
    private static final Pattern DURATION = Pattern.compile("\"?(PT[\\dHMS]+)\"?");
    private static final Pattern KIND = Pattern.compile("kind: \"([a-z-]+)\"");
    private static final Pattern TYPE = Pattern.compile("type: \"([a-z-]+)\"");
    private static final Pattern ANY_DIFFICULTY = Pattern.compile("\\n +(minDifficulty: 1|maxDifficulty: 5)(?=\\n)");

    private static final Duration EXAMPLE_LENGTH = Duration.ofDays(7);

    private final RuleSheetFormat format;
    private final RulesText rules;
    private final Bank bank;
    private final ContestTime time;
    private final Texts texts;
    private final LeitaiConfig config;

    Sheets(RulesText rules, Bank bank, ContestTime time, Texts texts, LeitaiConfig config) {
        this.format = new RuleSheetFormat(config.zone());
        this.rules = rules;
        this.bank = bank;
        this.time = time;
        this.texts = texts;
        this.config = config;
    }

    /** What became of a text. */
    sealed interface Checked {
        SheetView view();

        record Fine(RuleSheet sheet, SheetView view) implements Checked {}

        record Faulty(SheetView view) implements Checked {}
    }

    /** Reads the sheet and looks whether the bank can fill its papers. */
    Checked check(String text, Locale locale) {
        return switch (format.read(text)) {
            case RuleSheetFormat.Result.Faulty faulty -> faulty(text, faults(faulty.faults(), locale));
            case RuleSheetFormat.Result.Valid valid -> {
                List<Shortage> shortages = valid.sheet().blueprint().shortages(bank.published());
                yield shortages.isEmpty()
                        ? fine(text, valid.sheet(), locale)
                        : faulty(
                                text,
                                shortages.stream()
                                        .map(shortage -> fault(shortage, locale))
                                        .toList());
            }
        };
    }

    /** Commented and valid; from tomorrow, nine o'clock. */
    String example(Instant now, Locale locale) {
        Instant opens = now.atZone(config.zone())
                .toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.of(9, 0))
                .atZone(config.zone())
                .toInstant();
        return resource(locale.getLanguage().equals("en") ? "report/rule-sheet_en.yaml" : "report/rule-sheet.yaml")
                .replace("$OPENS", time.text(opens))
                .replace("$CLOSES", time.text(opens.plus(EXAMPLE_LENGTH)));
    }

    /** As people write it: the contest's zone, 10m, kinds by name, nothing that goes without saying. Reading it gives the same sheet. */
    String text(RuleSheet sheet) {
        String yaml = INSTANT.matcher(format.toYaml(sheet)).replaceAll(match -> "\"" + local(match.group()) + "\"");
        yaml = DURATION.matcher(yaml).replaceAll(match -> length(Duration.parse(match.group(1))));
        yaml = KIND.matcher(yaml).replaceAll("kind: $1");
        yaml = TYPE.matcher(yaml).replaceAll("type: $1");
        return ANY_DIFFICULTY.matcher(yaml).replaceAll("");
    }

    private String local(String quoted) {
        return time.text(
                OffsetDateTime.parse(quoted.substring(1, quoted.length() - 1)).toInstant());
    }

    private static String length(Duration duration) {
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + "m" : duration.toSeconds() + "s";
    }

    private Checked fine(String text, RuleSheet sheet, Locale locale) {
        return new Checked.Fine(sheet, new SheetView(text, List.of(), preview(sheet, locale)));
    }

    private List<String> preview(RuleSheet sheet, Locale locale) {
        var lines = new ArrayList<String>();
        lines.add(time.window(sheet.window()));
        lines.addAll(rules.lines(sheet, locale));
        return lines;
    }

    private static Checked faulty(String text, List<SheetView.Fault> faults) {
        return new Checked.Faulty(new SheetView(text, faults, List.of()));
    }

    private List<SheetView.Fault> faults(List<RuleSheetFault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> new SheetView.Fault(
                        fault.field(),
                        texts.of(locale, fault.key(), fault.arguments().toArray())))
                .toList();
    }

    private SheetView.Fault fault(Shortage shortage, Locale locale) {
        String field = "blueprint.parts[" + (shortage.partIndex() + 1) + "]";
        return new SheetView.Fault(field, texts.of(locale, "report.shortage", shortage.wanted(), shortage.available()));
    }

    private static String resource(String name) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
