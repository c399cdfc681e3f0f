package org.leitai.finals.library;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.leitai.finals.library.RuleFormView.FaultView;
import org.leitai.finals.library.RuleFormView.FieldView;
import org.leitai.finals.library.RuleFormView.GroupView;
import org.leitai.finals.library.RuleFormView.OptionView;
import org.leitai.finals.library.RuleFormView.SegmentView;
import org.leitai.finals.rules.MatchRulesFault;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.form.Field;
import org.leitai.finals.rules.form.FormLayout;
import org.leitai.finals.rules.form.Group;
import org.leitai.finals.rules.form.RulesFields;
import org.leitai.finals.rules.form.RulesReading;
import org.leitai.web.Texts;

/** Puts the form of rules into a language, every fault beside its field. */
@Singleton
class RuleFormViews {

    /** Group → the list that it holds, where they are called differently. */
    private static final Map<String, String> LISTS =
            Map.of("tie", "tieBreak", "parts", "panel.parts", "grades", "panel.grades");

    private final Texts texts;
    private final SheetViews sheets;
    private final MatchRulesFormat format = new MatchRulesFormat();

    RuleFormViews(Texts texts, SheetViews sheets) {
        this.texts = texts;
        this.sheets = sheets;
    }

    /** @param open segments that are unfolded even without a fault */
    RuleFormView of(String set, int version, String notice, RulesFields fields, Set<Integer> open, Locale locale) {
        RulesReading reading = fields.read();
        var page = new Page(locale, byField(reading.faults(), locale));
        List<GroupView> match = FormLayout.match(fields).stream()
                .map(group -> page.group("", group))
                .toList();
        List<SegmentView> segments = IntStream.rangeClosed(1, fields.segments().size())
                .mapToObj(i -> page.segment(fields, i, open.contains(i)))
                .toList();
        return new RuleFormView(
                set,
                version,
                notice,
                reading.faults().stream().map(page::fault).toList(),
                match,
                segments,
                kinds(locale),
                reading.isValid() ? sheets.of(reading.rules(), locale) : null,
                reading.isValid() ? format.toYaml(reading.rules()) : null);
    }

    String kind(SegmentKind kind, Locale locale) {
        return texts.of(locale, "finals.sheet.kind." + name(kind));
    }

    private Map<String, String> byField(List<MatchRulesFault> faults, Locale locale) {
        var texted = new LinkedHashMap<String, String>();
        faults.forEach(fault -> texted.putIfAbsent(
                fault.field(), texts.of(locale, fault.key(), fault.arguments().toArray())));
        return texted;
    }

    private List<OptionView> kinds(Locale locale) {
        return Arrays.stream(SegmentKind.values())
                .map(kind -> new OptionView(name(kind), kind(kind, locale), false))
                .toList();
    }

    private static String name(SegmentKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One reader's form. */
    private final class Page {

        private final Locale locale;
        private final Map<String, String> faults;

        Page(Locale locale, Map<String, String> faults) {
            this.locale = locale;
            this.faults = faults;
        }

        SegmentView segment(RulesFields fields, int number, boolean open) {
            Map<String, String> typed = fields.segments().get(number - 1);
            String at = "segments[" + number + "].";
            boolean faulty = faults.keySet().stream().anyMatch(field -> field.startsWith(at));
            String kind = "finals.sheet.kind." + typed.get("kind");
            return new SegmentView(
                    number,
                    number == 1,
                    number == fields.segments().size(),
                    typed.getOrDefault("title", ""),
                    texts.has(kind) ? texts.of(locale, kind) : "",
                    open || faulty,
                    FormLayout.segment(fields, number).stream()
                            .map(group -> group(at, group))
                            .toList());
        }

        GroupView group(String at, Group group) {
            List<FieldView> fields = group.fields().stream().map(this::field).toList();
            List<List<FieldView>> rows = group.rows().stream()
                    .map(row -> row.stream().map(this::field).toList())
                    .toList();
            List<String> columns = rows.isEmpty()
                    ? List.of()
                    : rows.getFirst().stream()
                            .filter(cell -> !cell.input().equals("hidden"))
                            .map(FieldView::label)
                            .toList();
            boolean faulty = fields.stream().anyMatch(field -> field.fault() != null)
                    || rows.stream().flatMap(List::stream).anyMatch(field -> field.fault() != null);
            String ofList = faults.get(at + LISTS.getOrDefault(group.key(), group.key()));
            String heading = "finals.form.group." + group.key();
            return new GroupView(
                    group.key(),
                    texts.has(heading) ? texts.of(locale, heading) : null,
                    group.folded(),
                    group.isSet() || faulty || ofList != null,
                    ofList,
                    fields,
                    columns,
                    rows);
        }

        private FieldView field(Field field) {
            if (field.name().isEmpty()) {
                return new FieldView(
                        "",
                        label(field.label()),
                        "label",
                        type(field.options().getFirst().label()),
                        List.of(),
                        null,
                        null);
            }
            String hint = "finals.form.hint." + field.label();
            return new FieldView(
                    field.name(),
                    label(field.label().replaceFirst("\\[\\d+]", "")),
                    field.input().name().toLowerCase(Locale.ROOT),
                    field.value(),
                    field.options().stream()
                            .map(option -> new OptionView(
                                    option.value(),
                                    option(option.label()),
                                    option.value().equals(field.value())))
                            .toList(),
                    texts.has(hint) ? texts.of(locale, hint) : null,
                    faults.get(field.name()));
        }

        FaultView fault(MatchRulesFault fault) {
            return new FaultView(anchor(fault.field()), where(fault.field()), faults.get(fault.field()));
        }

        private String anchor(String field) {
            String segment = field.replaceFirst("^segments\\[(\\d+)].*", "$1");
            return segment.equals(field) ? "match" : "segment-" + segment;
        }

        private String where(String field) {
            String number = field.replaceFirst("^segments\\[(\\d+)]\\..*", "$1");
            String name = field.replaceFirst("^segments\\[\\d+]\\.", "").replaceAll("\\[\\d+]", "");
            String label = label(name.replaceFirst("^steal\\.", "points.")
                    .replaceFirst("^byType\\..*\\.(?=points\\.|think$)", "")
                    .replaceFirst("^think$", "seconds.think"));
            return number.equals(field) ? label : texts.of(locale, "finals.form.where", number, label);
        }

        private String label(String label) {
            String key = "finals.form." + label;
            return texts.has(key) ? texts.of(locale, key) : texts.of(locale, "finals.form.other");
        }

        private String option(String label) {
            return texts.of(locale, (label.startsWith("kind.") ? "finals.sheet." : "finals.form.") + label);
        }

        private String type(String code) {
            String key = "finals.sheet.type." + code;
            return texts.has(key) ? texts.of(locale, key) : code;
        }
    }
}
