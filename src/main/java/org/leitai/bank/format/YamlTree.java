package org.leitai.bank.format;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** The tree of nodes of a YAML text, each with its line. No object is made of any node. */
final class YamlTree {

    /** File, items, item, blanks, one gap's answers: five levels are all that a topic file needs. */
    private static final int MAX_DEPTH = 10;

    private final String text;
    private final Faults faults;
    private final Yaml yaml = new Yaml(new LoaderOptions());

    private YamlTree(String text, Faults faults) {
        this.text = text;
        this.faults = faults;
    }

    static Optional<Node> compose(String text, Faults faults) {
        return new YamlTree(text, faults).root();
    }

    private Optional<Node> root() {
        try {
            if (!harmless()) {
                return Optional.empty();
            }
            Node root = yaml.compose(new StringReader(text));
            if (root == null) {
                faults.add(1, "empty-file");
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            faults.add(e.getProblemMark().getLine() + 1, "broken-yaml", e.getProblem());
        } catch (ReaderException e) {
            faults.add(
                    FileText.lineAt(text, e.getPosition()), "control-character", Integer.toHexString(e.getCodePoint()));
        } catch (YAMLException e) {
            faults.add(1, "broken-yaml", e.getMessage());
        }
        return Optional.empty();
    }

    /** Looks at the stream of events first: it is flat, so that neither depth nor aliases can cost anything here. */
    private boolean harmless() {
        int depth = 0;
        for (Event event : yaml.parse(new StringReader(text))) {
            depth += depthChange(event);
            if (depth > MAX_DEPTH) {
                faults.add(line(event), "too-deep");
                return false;
            }
            if (event instanceof NodeEvent node && isAnchored(node)) {
                faults.add(line(event), "alias");
                return false;
            }
        }
        return true;
    }

    private static boolean isAnchored(NodeEvent event) {
        return event instanceof AliasEvent || event.getAnchor() != null;
    }

    private static int depthChange(Event event) {
        if (event instanceof CollectionStartEvent) {
            return 1;
        }
        return event instanceof CollectionEndEvent ? -1 : 0;
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }
}
