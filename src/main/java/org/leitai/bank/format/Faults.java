package org.leitai.bank.format;

import java.util.Arrays;
import java.util.List;
import org.leitai.bank.Fault;
import org.yaml.snakeyaml.nodes.Node;

/** The faults of one file, in the order found. */
final class Faults {

    private final String file;
    private final List<Fault> found;

    /** @param found where they go; shared by all files of a folder */
    Faults(String file, List<Fault> found) {
        this.file = file;
        this.found = found;
    }

    void add(Node node, String code, Object... arguments) {
        add(line(node), code, arguments);
    }

    void add(int line, String code, Object... arguments) {
        found.add(new Fault(
                file,
                line,
                "bank.fault." + code,
                Arrays.stream(arguments).map(String::valueOf).toList()));
    }

    int count() {
        return found.size();
    }

    String place(Node node) {
        return file + ":" + line(node);
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
