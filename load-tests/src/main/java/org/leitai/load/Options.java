package org.leitai.load;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the command line asks for: {@code --name number} pairs. */
public final class Options {

    private final Map<String, Integer> given = new HashMap<>();

    /** Ends the program with a usage line when it is asked for something unknown. */
    public Options(String[] arguments, Set<String> known) {
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            boolean whole = i + 1 < arguments.length && arguments[i + 1].matches("[0-9]{1,7}");
            if (!known.contains(name) || !whole) {
                System.err.println("options: " + String.join(" ", known.stream().sorted().map(option -> "[--" + option + " n]").toList()));
                System.exit(2);
            }
            given.put(name, Integer.parseInt(arguments[i + 1]));
        }
    }

    public int get(String name, int fallback) {
        return given.getOrDefault(name, fallback);
    }

    /** The repository's folder, told by the script. */
    public static Path repository() {
        return Path.of(System.getProperty("leitai.repository", "..")).toAbsolutePath().normalize();
    }

    /** A data folder of one tool; empty at every start, see {@link LocalServer#start}. */
    public static Path data(String tool) {
        return repository().resolve("load-tests/target/data-" + tool);
    }
}
