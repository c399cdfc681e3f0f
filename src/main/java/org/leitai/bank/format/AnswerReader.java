package org.leitai.bank.format;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.leitai.bank.AnswerKey;
import org.leitai.bank.ItemType;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads what an item's answer consists of: options and key, truth, or gaps. */
final class AnswerReader {

    record Answer(List<String> options, AnswerKey key) {}

    static final Set<String> ALL_FIELDS = Set.of("options", "key", "blanks");
    private static final int MIN_OPTIONS = 2;
    private static final int MAX_OPTIONS = 8;
    private static final int MAX_OPTION = 40;
    private static final int MAX_BLANK = 16;
    private static final String GAP = "____";
    private static final Pattern UNDERSCORES = Pattern.compile("_+");

    private final Fields fields;
    private final Faults faults;

    AnswerReader(Fields fields, Faults faults) {
        this.fields = fields;
        this.faults = faults;
    }

    static Set<String> fieldsOf(ItemType type) {
        return switch (type) {
            case SINGLE, MULTIPLE -> Set.of("options", "key");
            case TRUE_FALSE -> Set.of("key");
            case FILL_IN -> Set.of("blanks");
        };
    }

    /** Empty when there is a fault. */
    Optional<Answer> read(ItemType type, Optional<String> stem) {
        return switch (type) {
            case SINGLE, MULTIPLE -> choice(type);
            case TRUE_FALSE -> truth();
            case FILL_IN -> blanks(stem);
        };
    }

    private Optional<Answer> choice(ItemType type) {
        Optional<List<String>> options = options();
        Optional<TreeSet<Integer>> right = fields.required("key").flatMap(node -> letters(node, type));
        if (options.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        int count = options.get().size();
        if (right.get().last() >= count) {
            faults.add(
                    fields.required("key").orElseThrow(),
                    "key-outside",
                    letter(right.get().last()),
                    letter(count - 1));
            return Optional.empty();
        }
        return Optional.of(new Answer(options.get(), new AnswerKey.Choice(right.get())));
    }

    private Optional<List<String>> options() {
        return fields.required("options")
                .flatMap(node -> fields.elements(node, "options"))
                .flatMap(nodes -> {
                    if (nodes.size() < MIN_OPTIONS || nodes.size() > MAX_OPTIONS) {
                        faults.add(
                                fields.required("options").orElseThrow(),
                                "option-count",
                                nodes.size(),
                                MIN_OPTIONS,
                                MAX_OPTIONS);
                    }
                    Optional<List<String>> options = fields.texts("options", MAX_OPTION);
                    options.ifPresent(texts -> refuseEqual(texts, nodes));
                    return options;
                });
    }

    /** Equal to a reader's eye: width of characters and spaces do not tell options apart. */
    private void refuseEqual(List<String> options, List<Node> nodes) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < options.size(); i++) {
            String look =
                    Normalizer.normalize(options.get(i), Normalizer.Form.NFKC).replaceAll("\\s", "");
            Integer first = seen.putIfAbsent(look, i);
            if (first != null) {
                faults.add(nodes.get(i), "equal-options", letter(first), letter(i));
            }
        }
    }

    /** Letters as written, A for the first option; 0-based indexes. */
    private Optional<TreeSet<Integer>> letters(Node node, ItemType type) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!text.matches("[A-Z]+") || !isAscending(text)) {
            faults.add(node, "bad-key", text);
            return Optional.empty();
        }
        if (type == ItemType.SINGLE && text.length() > 1) {
            faults.add(node, "single-key", text);
            return Optional.empty();
        }
        if (type == ItemType.MULTIPLE && text.length() < 2) {
            faults.add(node, "multiple-key", text);
            return Optional.empty();
        }
        TreeSet<Integer> indexes = new TreeSet<>();
        text.chars().forEach(letter -> indexes.add(letter - 'A'));
        return Optional.of(indexes);
    }

    private static boolean isAscending(String letters) {
        for (int i = 1; i < letters.length(); i++) {
            if (letters.charAt(i - 1) >= letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private Optional<Answer> truth() {
        return fields.required("key").flatMap(node -> {
            boolean isTruth = node instanceof ScalarNode scalar
                    && scalar.getTag().equals(Tag.BOOL)
                    && scalar.getValue().matches("true|false");
            if (!isTruth) {
                faults.add(node, "truth-key");
                return Optional.empty();
            }
            boolean value = ((ScalarNode) node).getValue().equals("true");
            return Optional.of(new Answer(List.of(), new AnswerKey.Truth(value)));
        });
    }

    private Optional<Answer> blanks(Optional<String> stem) {
        Optional<Integer> gaps = stem.flatMap(this::gaps);
        return fields.required("blanks")
                .flatMap(node -> fields.elements(node, "blanks").flatMap(lists -> {
                    List<List<String>> accepted = new ArrayList<>();
                    lists.forEach(
                            list -> fields.texts(list, "blanks", MAX_BLANK).ifPresent(accepted::add));
                    if (gaps.isPresent() && gaps.get() != lists.size()) {
                        faults.add(node, "blank-count", gaps.get(), lists.size());
                    }
                    return accepted.size() == lists.size()
                            ? Optional.of(new Answer(List.of(), new AnswerKey.Blanks(accepted)))
                            : Optional.empty();
                }));
    }

    private Optional<Integer> gaps(String stem) {
        List<String> runs =
                UNDERSCORES.matcher(stem).results().map(MatchResult::group).toList();
        Optional<String> wrong = runs.stream().filter(run -> !run.equals(GAP)).findFirst();
        if (wrong.isPresent()) {
            faults.add(
                    fields.required("stem").orElseThrow(),
                    "bad-gap",
                    wrong.get().length());
            return Optional.empty();
        }
        return Optional.of(runs.size());
    }

    private static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }
}
