package org.leitai.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Rule sheets as the text that an organizer writes. */
public final class RuleText {

    private static final Map<String, String> USUAL = usual();

    private RuleText() {}

    private static Map<String, String> usual() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("window", "{ opens: 2026-12-01 09:00, closes: 2026-12-10 21:00 }");
        fields.put("blueprint", "{ parts: [ { type: single, count: 5, points: \"10\" } ] }");
        fields.put("shuffle", "{ questions: false, options: true }");
        fields.put("paperClock", "10m");
        fields.put("attempts", "{ perDay: 3 }");
        fields.put("counting", "{ kind: best }");
        fields.put("ranking", "[score, time, finish]");
        fields.put("partialCredit", "{ kind: half }");
        fields.put("reveal", "{ kind: at-hand-in }");
        fields.put("unitBoard", "{ depth: 1, ranking: [participation, mean], minimumParticipants: 1 }");
        return fields;
    }

    /** The usual rules with some fields otherwise: name, text, name, text …; a null leaves the field out. */
    public static String with(String... fields) {
        var sheet = new LinkedHashMap<>(USUAL);
        for (int i = 0; i < fields.length; i += 2) {
            sheet.put(fields[i], fields[i + 1]);
        }
        return sheet.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> field.getKey() + ": " + field.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
