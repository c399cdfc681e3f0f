package org.leitai.finals.rules.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leitai.finals.rules.FoulPolicy;
import org.leitai.finals.rules.Heats;
import org.leitai.finals.rules.Lifeline;
import org.leitai.finals.rules.LifelineScope;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesChecks;
import org.leitai.finals.rules.MatchRulesFault;
import org.leitai.finals.rules.PersonalPoints;
import org.leitai.finals.rules.TieKey;

/**
 * Fields → rules 表单校验.
 *
 * @param rules as far as they could be read
 * @param faults all of them, one a field; empty: the rules may be used
 */
public record RulesReading(MatchRules rules, List<MatchRulesFault> faults) {

    public boolean isValid() {
        return faults.isEmpty();
    }

    static RulesReading of(RulesFields fields) {
        var faults = new ArrayList<MatchRulesFault>();
        var match = new FieldReader(fields.match(), "", faults);
        Integer groups = match.whole("heats.groups");
        Integer advance = match.whole("heats.advance");
        var rules = new MatchRules(
                match.text("title"),
                match.whole("teams"),
                match.whole("members"),
                match.points("startScore"),
                match.points("floor"),
                match.choice("foul", FoulPolicy.class),
                rows(match, "tieBreak").stream()
                        .map(at -> match.choice(at, TieKey.class))
                        .filter(Objects::nonNull)
                        .toList(),
                match.choice("personal", PersonalPoints.class),
                groups == null && advance == null ? null : new Heats(groups, advance),
                lifelines(match),
                IntStream.range(0, fields.segments().size())
                        .mapToObj(i -> SegmentReading.of(
                                new FieldReader(fields.segments().get(i), "segments[" + (i + 1) + "].", faults)))
                        .toList());
        faults.addAll(beyond(rules, fields, faults));
        faults.sort(Comparator.comparingInt(RulesReading::segment)); // stable: within a segment as they were found
        return new RulesReading(rules, List.copyOf(faults));
    }

    /** 0: about the whole match. */
    private static int segment(MatchRulesFault fault) {
        String number = fault.field().replaceFirst("^segments\\[(\\d+)].*", "$1");
        return number.equals(fault.field()) ? 0 : Integer.parseInt(number);
    }

    /** What is wrong beyond single fields, without what only follows from a field that could not be read, or from another. */
    private static List<MatchRulesFault> beyond(
            MatchRules rules, RulesFields fields, List<MatchRulesFault> unreadable) {
        Set<String> told =
                unreadable.stream().map(MatchRulesFault::field).collect(Collectors.toCollection(HashSet::new));
        return MatchRulesChecks.faults(rules).stream()
                .filter(fault -> !derived(fields, fault.field()))
                .filter(fault -> told.add(fault.field()))
                .toList();
    }

    /** Left empty, a late answer costs what a wrong one does, and a risk its value: the fault lies there. */
    private static boolean derived(RulesFields fields, String field) {
        boolean follows = field.endsWith(".timeout") || field.matches(".*\\.risk\\[\\d+]\\.wrong");
        return follows && field(fields, field) == null;
    }

    private static String field(RulesFields fields, String name) {
        int dot = name.indexOf("].");
        if (!name.startsWith("segments[") || dot < 0) {
            return fields.match().get(name);
        }
        int segment = Integer.parseInt(name.substring("segments[".length(), dot));
        return fields.segments().get(segment - 1).get(name.substring(dot + 2));
    }

    static List<Lifeline> lifelines(FieldReader reader) {
        return rows(reader, "lifelines").stream()
                .map(at -> new Lifeline(
                        reader.text(at + ".code"),
                        reader.text(at + ".title"),
                        reader.whole(at + ".count"),
                        reader.choice(at + ".scope", LifelineScope.class),
                        reader.whole(at + ".seconds"),
                        reader.flag(at + ".restartsClock")))
                .toList();
    }

    static List<String> rows(FieldReader reader, String list) {
        return IntStream.rangeClosed(1, reader.rows(list))
                .mapToObj(i -> list + "[" + i + "]")
                .toList();
    }
}
