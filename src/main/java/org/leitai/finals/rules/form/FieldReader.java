package org.leitai.finals.rules.form;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leitai.finals.rules.MatchRulesFault;
import org.leitai.kernel.Points;

/** Reads typed fields one by one, and keeps what is wrong with them. */
final class FieldReader {

    private final Map<String, String> fields;
    private final String at;
    private final List<MatchRulesFault> faults;

    /** @param at what stands before the names in faults */
    FieldReader(Map<String, String> fields, String at, List<MatchRulesFault> faults) {
        this.fields = fields;
        this.at = at;
        this.faults = faults;
    }

    String text(String name) {
        return fields.get(name);
    }

    boolean flag(String name) {
        return fields.containsKey(name);
    }

    boolean any(String prefix) {
        return fields.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    Stream<String> names() {
        return fields.keySet().stream();
    }

    int rows(String list) {
        return Rows.count(fields, list);
    }

    Integer whole(String name) {
        String typed = fields.get(name);
        if (typed == null) {
            return null;
        }
        if (!typed.matches("-?\\d{1,6}")) {
            fault(name, "finals.rules.not-whole");
            return null;
        }
        return Integer.valueOf(typed);
    }

    Points points(String name) {
        String typed = fields.get(name);
        if (typed == null) {
            return null;
        }
        try {
            return Points.parse(typed);
        } catch (IllegalArgumentException e) {
            fault(name, "finals.rules.not-points");
            return null;
        }
    }

    List<Integer> list(String name) {
        String typed = fields.get(name);
        if (typed == null) {
            return List.of();
        }
        List<String> parts = Arrays.stream(typed.split("[\\s,，、;；]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty() || !parts.stream().allMatch(part -> part.matches("\\d{1,6}"))) {
            fault(name, "finals.rules.not-a-list");
            return List.of();
        }
        return parts.stream().map(Integer::valueOf).toList();
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String typed = fields.get(name);
        if (typed == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> RulesWriting.name(constant).equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    fault(name, "finals.rules.bad-value");
                    return null;
                });
    }

    private void fault(String name, String key) {
        faults.add(new MatchRulesFault(at + name, key, List.of()));
    }
}
