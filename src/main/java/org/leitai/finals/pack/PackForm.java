package org.leitai.finals.pack;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leitai.finals.MatchQuestion;

/**
 * What an editor typed or pressed 选题表单.
 *
 * @param act what to do, with the ordinal where it is about one question: {@code up:3}
 * @param part index of a segment, or {@code reserve}
 * @param to where a question is moved, as {@code part}
 * @param items ids of picked versions
 * @param scope {@code all}: wherever questions are missing; else in this part
 * @param seed a number; empty: any
 * @param options one a line
 */
record PackForm(
        @FormParam("act") String act,
        @FormParam("revision") Integer revision,
        @FormParam("part") String part,
        @FormParam("to") String to,
        @FormParam("item") List<Long> items,
        @FormParam("scope") String scope,
        @FormParam("topic") String topic,
        @FormParam("type") String type,
        @FormParam("min") Integer min,
        @FormParam("max") Integer max,
        @FormParam("seed") String seed,
        @FormParam("stem") String stem,
        @FormParam("options") String options,
        @FormParam("key") String key,
        @FormParam("explanation") String explanation,
        @FormParam("source") String source,
        @FormParam("note") String note) {

    static final String RESERVE = "reserve";

    private static final int LONGEST_STEM = 500;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_OPTIONS = 8;
    private static final int LONGEST_OPTION = 200;
    private static final Pattern LETTER = Pattern.compile("^[A-Ha-h][.．、:：)）]\\s*");
    private static final Pattern LETTERS = Pattern.compile("[A-H]+");
    private static final Pattern SEED = Pattern.compile("-?\\d{1,18}");

    PackForm {
        items = items == null ? List.of() : items;
        topic = clean(topic);
        type = clean(type);
        min = min == null ? 1 : min;
        max = max == null ? 5 : max;
        seed = clean(seed);
        stem = clean(stem);
        options = clean(options);
        key = clean(key);
        explanation = clean(explanation);
        source = clean(source);
        note = clean(note);
    }

    static PackForm empty() {
        return new PackForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** How to look into the bank, as an address says it. */
    record Search(
            @QueryParam("part") String part,
            @QueryParam("q") String words,
            @QueryParam("topic") String topic,
            @QueryParam("type") String type,
            @QueryParam("min") Integer min,
            @QueryParam("max") Integer max) {

        /** Whether somebody looks for something, or has only come to the page. */
        boolean asks() {
            return words != null || min != null;
        }

        BankPick.Rule rule() {
            return new BankPick.Rule(
                    clean(words), clean(topic), clean(type), min == null ? 1 : min, max == null ? 5 : max);
        }
    }

    String verb() {
        return act == null ? "" : act.replaceFirst(":.*", "");
    }

    /** 0: none. */
    int ordinal() {
        String digits = act == null ? "" : act.replaceFirst("^[^:]*:?", "");
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    BankPick.Rule rule() {
        return new BankPick.Rule("", topic, type, min, max);
    }

    boolean badRule() {
        return min < 1
                || max > 5
                || min > max
                || !seed.isEmpty() && !SEED.matcher(seed).matches();
    }

    /** Field → what is wrong with the question that was typed. */
    Map<String, PackRefusal> faults() {
        var faults = new LinkedHashMap<String, PackRefusal>();
        if (stem.isEmpty() || stem.length() > LONGEST_STEM) {
            faults.put("stem", PackRefusal.BAD_STEM);
        }
        List<String> lines = lines();
        if (lines.size() == 1
                || lines.size() > MOST_OPTIONS
                || lines.stream().anyMatch(line -> line.isEmpty() || line.length() > LONGEST_OPTION)) {
            faults.put("options", PackRefusal.BAD_OPTIONS);
        }
        String letters = key.toUpperCase(java.util.Locale.ROOT);
        boolean known =
                LETTERS.matcher(letters).matches() && letters.chars().allMatch(letter -> letter - 'A' < lines.size());
        if (key.isEmpty() || key.length() > LONGEST_OPTION || !lines.isEmpty() && !known) {
            faults.put("key", PackRefusal.BAD_KEY);
        }
        Map.of("explanation", explanation, "source", source, "note", note).forEach((field, text) -> {
            if (text.length() > LONGEST_TEXT) {
                faults.put(field, PackRefusal.TOO_LONG);
            }
        });
        return faults;
    }

    MatchQuestion.Written written() {
        List<String> lines = lines();
        if (lines.isEmpty()) {
            return new MatchQuestion.Written(stem, List.of(), key, explanation, source, null, orNull(note));
        }
        var lettered = new ArrayList<String>();
        lines.forEach(line -> lettered.add((char) ('A' + lettered.size()) + ". " + line));
        String letters = key.toUpperCase(java.util.Locale.ROOT)
                .chars()
                .sorted()
                .distinct()
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
        String kind = letters.length() == 1 ? "single" : "multiple";
        return new MatchQuestion.Written(stem, lettered, letters, explanation, source, kind, orNull(note));
    }

    /** Options without the letters that they may have been typed with. */
    private List<String> lines() {
        return options.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> LETTER.matcher(line).replaceFirst("").strip())
                .toList();
    }

    /** What a part is called in addresses, back to its index: null is the reserve; empty when there is no such part. */
    static Optional<Place> place(String part, PackNeeds needs) {
        if (RESERVE.equals(part)) {
            return Optional.of(new Place(null));
        }
        boolean number = part != null && part.matches("\\d{1,3}");
        return number && needs.has(Integer.parseInt(part))
                ? Optional.of(new Place(Integer.parseInt(part)))
                : Optional.empty();
    }

    /** @param segment null: the reserve */
    record Place(Integer segment) {

        String name() {
            return segment == null ? RESERVE : String.valueOf(segment);
        }
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String clean(String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Names nothing of what was typed. */
    @Override
    public String toString() {
        return "(form of a pack)";
    }
}
