package org.leitai.bank.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a topic file: its topic and its items. */
final class TopicReader {

    private static final Set<String> FIELDS = Set.of("topic", "items");

    private final Faults faults;
    private final Map<String, String> ids;

    /** @param ids id → where it was first used, over all files */
    TopicReader(Faults faults, Map<String, String> ids) {
        this.faults = faults;
        this.ids = ids;
    }

    List<WrittenItem> read(Node root) {
        return Fields.of(root, "topic, items", faults).map(this::items).orElse(List.of());
    }

    private List<WrittenItem> items(Fields file) {
        file.allowOnly(FIELDS);
        Optional<String> topic = file.text("topic", ItemReader.MAX_TOPIC);
        var reader = new ItemReader(topic, faults, ids);
        return file.required("items").flatMap(node -> file.elements(node, "items")).orElse(List.of()).stream()
                .flatMap(node -> reader.read(node).stream())
                .toList();
    }
}
