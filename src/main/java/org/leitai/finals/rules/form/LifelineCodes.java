package org.leitai.finals.rules.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commands name a lifeline by its code; people name it by its title. So who types one need not think of a code. */
final class LifelineCodes {

    private LifelineCodes() {}

    /** Each lifeline without a code gets one that no other has. */
    static RulesFields given(RulesFields fields) {
        Set<String> taken = new HashSet<>();
        collect(fields.match(), taken);
        fields.segments().forEach(segment -> collect(segment, taken));
        List<Map<String, String>> segments = new ArrayList<>();
        fields.segments().forEach(segment -> segments.add(give(segment, taken)));
        return new RulesFields(give(fields.match(), taken), segments);
    }

    private static void collect(Map<String, String> fields, Set<String> taken) {
        for (int i = 1; i <= Rows.count(fields, "lifelines"); i++) {
            taken.add(fields.getOrDefault("lifelines[" + i + "].code", ""));
        }
    }

    private static Map<String, String> give(Map<String, String> fields, Set<String> taken) {
        var given = new LinkedHashMap<>(fields);
        for (int i = 1; i <= Rows.count(fields, "lifelines"); i++) {
            given.computeIfAbsent("lifelines[" + i + "].code", ignored -> next(taken));
        }
        return given;
    }

    private static String next(Set<String> taken) {
        int number = 1;
        while (!taken.add("help-" + number)) {
            number++;
        }
        return "help-" + number;
    }
}
