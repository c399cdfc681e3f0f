package org.leitai.bank.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The fields of one YAML mapping, asked for one by one. What is wrong with a field is a fault; its value is then absent. */
final class Fields {

    private final Node mapping;
    private final Faults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> names = new LinkedHashMap<>();

    private Fields(MappingNode mapping, Faults faults) {
        this.mapping = mapping;
        this.faults = faults;
        mapping.getValue().forEach(this::add);
    }

    static Optional<Fields> of(Node node, String what, Faults faults) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Fields(mapping, faults));
        }
        faults.add(node, "not-a-mapping", what);
        return Optional.empty();
    }

    private void add(NodeTuple tuple) {
        String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (names.containsKey(name)) {
            faults.add(tuple.getKeyNode(), "duplicate-field", name, Faults.line(names.get(name)));
            return;
        }
        names.put(name, tuple.getKeyNode());
        if (!tuple.getValueNode().getTag().equals(Tag.NULL)) {
            values.put(name, tuple.getValueNode());
        }
    }

    void allowOnly(Set<String> allowed) {
        names.forEach((name, node) -> {
            if (!allowed.contains(name)) {
                faults.add(node, "unknown-field", name, String.join(", ", new TreeSet<>(allowed)));
            }
        });
    }

    /** The line where the mapping starts. */
    Node start() {
        return mapping;
    }

    Optional<Node> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<Node> required(String name) {
        Node value = values.get(name);
        if (value == null) {
            faults.add(names.getOrDefault(name, mapping), "missing-field", name);
        }
        return Optional.ofNullable(value);
    }

    Optional<String> text(String name, int maxLength) {
        return required(name).flatMap(node -> text(node, name, maxLength));
    }

    Optional<String> optionalText(String name, int maxLength) {
        return optional(name).flatMap(node -> text(node, name, maxLength));
    }

    /** A list of at least one text. Each faulty element is a fault; the list is then absent. */
    Optional<List<String>> texts(String name, int maxLength) {
        return required(name).flatMap(node -> texts(node, name, maxLength));
    }

    Optional<List<String>> texts(Node node, String name, int maxLength) {
        return elements(node, name).flatMap(elements -> {
            List<String> texts = elements.stream()
                    .flatMap(element -> text(element, name, maxLength).stream())
                    .toList();
            return texts.size() == elements.size() ? Optional.of(texts) : Optional.empty();
        });
    }

    Optional<List<Node>> elements(Node node, String name) {
        if (!(node instanceof SequenceNode sequence)) {
            faults.add(node, "not-a-list", name);
            return Optional.empty();
        }
        if (sequence.getValue().isEmpty()) {
            faults.add(node, "empty-list", name);
            return Optional.empty();
        }
        return Optional.of(sequence.getValue());
    }

    Optional<Integer> integer(String name, int min, int max) {
        return required(name).flatMap(node -> {
            Optional<Integer> value = IntStream.rangeClosed(min, max)
                    .boxed()
                    .filter(number -> node instanceof ScalarNode scalar
                            && scalar.getTag().equals(Tag.INT)
                            && scalar.getValue().equals(number.toString()))
                    .findFirst();
            if (value.isEmpty()) {
                faults.add(node, "bad-number", name, min, max);
            }
            return value;
        });
    }

    /** Length is counted in characters as people count them, not in UTF-16 units. */
    private Optional<String> text(Node node, String name, int maxLength) {
        if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
            faults.add(node, "not-text", name);
            return Optional.empty();
        }
        String text = scalar.getValue().strip();
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty()) {
            faults.add(node, "empty-text", name);
        } else if (length > maxLength) {
            faults.add(node, "too-long", name, length, maxLength);
        }
        return text.isEmpty() || length > maxLength ? Optional.empty() : Optional.of(text);
    }
}
