package org.leitai.bank.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leitai.bank.Fault;

/** A folder of topic files 题库目录. */
public final class BankFolder {

    /**
     * What a folder says.
     *
     * @param items in the order of file names, then of lines; those with faults are missing
     * @param faults in the order of file names
     */
    public record Reading(List<WrittenItem> items, List<Fault> faults) {

        public Reading {
            items = List.copyOf(items);
            faults = List.copyOf(faults);
        }
    }

    private final List<WrittenItem> items = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** Id → where it was first used. */
    private final Map<String, String> ids = new HashMap<>();

    private BankFolder() {}

    /** Reads every {@code *.yaml} of the folder, not of folders below. A folder without any is a fault, not an empty bank. */
    public static Reading read(Path folder) {
        var reader = new BankFolder();
        List<Path> files = reader.files(folder);
        files.forEach(reader::readFile);
        return new Reading(reader.items, reader.faults);
    }

    private List<Path> files(Path folder) {
        var wrong = new Faults(folder.toString(), faults);
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(
                            file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                wrong.add(0, "no-files");
            }
            return files;
        } catch (IOException e) {
            wrong.add(0, "unreadable", e);
            return List.of();
        }
    }

    private void readFile(Path file) {
        var wrong = new Faults(file.getFileName().toString(), faults);
        FileText.read(file, wrong)
                .flatMap(text -> YamlTree.compose(text, wrong))
                .ifPresent(root -> items.addAll(new TopicReader(wrong, ids).read(root)));
    }
}
