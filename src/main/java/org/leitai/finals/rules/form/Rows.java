package org.leitai.finals.rules.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists among the fields, as {@code risk[2].value}. */
final class Rows {

    private static final Pattern ROW = Pattern.compile("([A-Za-z.]{1,40})\\[(\\d{1,4})](.{0,100})");

    private Rows() {}

    /** The same with rows numbered from 1 without gaps; an empty one is not among the fields in the first place. */
    static Map<String, String> compact(Map<String, String> fields) {
        var compact = new LinkedHashMap<String, String>();
        var numbers = new TreeMap<String, SortedMap<Integer, Integer>>();
        fields.keySet().stream().map(ROW::matcher).filter(Matcher::matches).forEach(row -> numbers.computeIfAbsent(
                        row.group(1), ignored -> new TreeMap<>())
                .put(Integer.valueOf(row.group(2)), 0));
        numbers.values().forEach(rows -> {
            int number = 0;
            for (Integer old : List.copyOf(rows.keySet())) {
                rows.put(old, ++number);
            }
        });
        fields.forEach((name, value) -> {
            Matcher row = ROW.matcher(name);
            compact.put(
                    row.matches()
                            ? row.group(1) + "[" + numbers.get(row.group(1)).get(Integer.valueOf(row.group(2))) + "]"
                                    + row.group(3)
                            : name,
                    value);
        });
        return compact;
    }

    static int count(Map<String, String> fields, String list) {
        return (int) fields.keySet().stream()
                .map(ROW::matcher)
                .filter(row -> row.matches() && row.group(1).equals(list))
                .map(row -> row.group(2))
                .distinct()
                .count();
    }
}
