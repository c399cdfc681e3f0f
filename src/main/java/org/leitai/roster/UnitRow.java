package org.leitai.roster;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of a unit list 单位清单.
 *
 * @param path names from the federation down to the unit
 * @param headcount employees; 0 when it is not known
 */
public record UnitRow(List<String> path, int headcount) {

    private static final int LONGEST_NAME = 100;

    public UnitRow {
        path = path.stream().map(CleanText::of).toList();
        if (path.isEmpty() || headcount < 0 || path.stream().anyMatch(UnitRow::isNoName)) {
            throw new IllegalArgumentException("not a unit: " + path + " with " + headcount + " employees");
        }
    }

    /**
     * Reads lines of {@code headcount TAB name TAB name …}; blank ones and those that begin with # say nothing.
     *
     * @throws IllegalArgumentException naming the first line that is none
     */
    public static List<UnitRow> fromTsv(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(UnitRow::fromTsvLine)
                .toList();
    }

    private static UnitRow fromTsvLine(String line) {
        String[] cells = line.split("\t");
        if (cells.length < 2 || !cells[0].matches("\\d{1,8}")) {
            throw new IllegalArgumentException("not \"headcount TAB name …\": " + line);
        }
        return new UnitRow(Arrays.asList(cells).subList(1, cells.length), Integer.parseInt(cells[0]));
    }

    private static boolean isNoName(String name) {
        return name.isEmpty() || name.length() > LONGEST_NAME;
    }
}
