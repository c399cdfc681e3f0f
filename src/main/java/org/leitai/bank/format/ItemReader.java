package org.leitai.bank.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.leitai.bank.ItemType;
import org.leitai.bank.Source;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one item of a topic file. The limits stand in {@code question-bank/README.md} and {@code item.schema.json} as well. */
final class ItemReader {

    static final int MAX_TOPIC = 20;
    static final int MAX_STEM = 120;
    private static final int MAX_EXPLANATION = 200;
    private static final int MAX_DOCUMENT = 80;
    private static final int MAX_ARTICLE = 40;
    private static final int MAX_WORD = 20;
    private static final int MAX_DIFFICULTY = 5;

    private static final Set<String> COMMON_FIELDS =
            Set.of("id", "type", "stem", "explanation", "source", "difficulty", "topics", "facts", "state");
    private static final Set<String> SOURCE_FIELDS = Set.of("document", "article", "date");
    private static final Map<String, Boolean> REVIEWED = Map.of("reviewed", true, "draft", false);

    private final Optional<String> topic;
    private final Faults faults;
    private final Map<String, String> ids;

    /** @param topic the file's; empty when it has a fault of its own */
    ItemReader(Optional<String> topic, Faults faults, Map<String, String> ids) {
        this.topic = topic;
        this.faults = faults;
        this.ids = ids;
    }

    /** Empty when the item has a fault. */
    Optional<WrittenItem> read(Node node) {
        return Fields.of(node, "id, type, stem …", faults).flatMap(this::item);
    }

    private Optional<WrittenItem> item(Fields fields) {
        int faultsBefore = faults.count();
        Optional<String> id = id(fields);
        Optional<ItemType> type = type(fields);
        fields.allowOnly(allowedFor(type));
        Optional<String> stem = fields.text("stem", MAX_STEM);
        Optional<AnswerReader.Answer> answer =
                type.flatMap(known -> new AnswerReader(fields, faults).read(known, stem));
        Optional<String> explanation = fields.text("explanation", MAX_EXPLANATION);
        Optional<Source> source = source(fields);
        Optional<Integer> difficulty = fields.integer("difficulty", 1, MAX_DIFFICULTY);
        Optional<List<String>> topics = topics(fields);
        List<String> facts = facts(fields);
        Optional<Boolean> reviewed = reviewed(fields);
        if (faults.count() > faultsBefore) {
            return Optional.empty();
        }
        return Optional.of(new WrittenItem(
                faults.place(fields.start()),
                id.orElseThrow(),
                type.orElseThrow(),
                stem.orElseThrow(),
                answer.orElseThrow().options(),
                answer.orElseThrow().key(),
                explanation.orElseThrow(),
                source.orElseThrow(),
                difficulty.orElseThrow(),
                topics.orElseThrow(),
                facts,
                reviewed.orElseThrow()));
    }

    private Optional<String> id(Fields fields) {
        Optional<String> id = fields.text("id", MAX_WORD);
        id.ifPresent(code -> {
            Node node = fields.required("id").orElseThrow();
            String first = ids.putIfAbsent(code, faults.place(node));
            if (first != null) {
                faults.add(node, "duplicate-id", code, first);
            }
            if (!code.matches("[a-z][a-z0-9]*-[0-9]{3,5}")) {
                faults.add(node, "bad-id", code);
            }
        });
        return id;
    }

    private Optional<ItemType> type(Fields fields) {
        return fields.text("type", MAX_WORD).flatMap(code -> {
            Optional<ItemType> type = ItemType.ofCode(code);
            if (type.isEmpty()) {
                faults.add(fields.required("type").orElseThrow(), "bad-type", code);
            }
            return type;
        });
    }

    /** With an unknown type every field of any type passes: the type is the one fault then. */
    private static Set<String> allowedFor(Optional<ItemType> type) {
        Set<String> allowed = new TreeSet<>(COMMON_FIELDS);
        allowed.addAll(type.map(AnswerReader::fieldsOf).orElse(AnswerReader.ALL_FIELDS));
        return allowed;
    }

    private Optional<Source> source(Fields fields) {
        return fields.required("source")
                .flatMap(node -> Fields.of(node, "document, article, date", faults))
                .flatMap(this::sourceOf);
    }

    private Optional<Source> sourceOf(Fields fields) {
        fields.allowOnly(SOURCE_FIELDS);
        Optional<String> article = fields.optionalText("article", MAX_ARTICLE);
        Optional<String> date = fields.optionalText("date", MAX_WORD);
        date.filter(text -> !isDate(text))
                .ifPresent(text -> faults.add(fields.required("date").orElseThrow(), "bad-date", text));
        return fields.text("document", MAX_DOCUMENT)
                .map(document -> new Source(document, article.orElse(null), date.orElse(null)));
    }

    private static boolean isDate(String text) {
        try {
            return switch (text.length()) {
                case 4 -> text.matches("\\d{4}") && Year.parse(text) != null;
                case 7 -> YearMonth.parse(text) != null;
                case 10 -> LocalDate.parse(text) != null;
                default -> false;
            };
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Optional<List<String>> topics(Fields fields) {
        Optional<List<String>> topics = fields.texts("topics", MAX_TOPIC);
        topics.filter(list -> topic.isPresent() && !list.getFirst().equals(topic.get()))
                .ifPresent(list -> faults.add(
                        fields.required("topics").orElseThrow(), "wrong-topic", list.getFirst(), topic.orElseThrow()));
        return topics;
    }

    private List<String> facts(Fields fields) {
        return fields.optional("facts")
                .flatMap(node -> fields.texts(node, "facts", MAX_WORD))
                .orElse(List.of());
    }

    private Optional<Boolean> reviewed(Fields fields) {
        return fields.text("state", MAX_WORD).flatMap(state -> {
            Optional<Boolean> reviewed = Optional.ofNullable(REVIEWED.get(state));
            if (reviewed.isEmpty()) {
                faults.add(fields.required("state").orElseThrow(), "bad-state", state);
            }
            return reviewed;
        });
    }
}
