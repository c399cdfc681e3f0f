package org.leitai.load.stage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every statement that PostgreSQL executes, from its own log. */
final class StatementLog {

    private static final Pattern STATEMENT = Pattern.compile("(?m)LOG:  (?:statement|execute [^:]+): (.{1,70})");

    private final Path log;

    StatementLog(Path log) {
        this.log = log;
    }

    /** From now on, also after a restart of the server. */
    static void begin(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("alter system set log_statement = 'all'");
            statement.execute("select pg_reload_conf()");
        }
    }

    static void end(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("alter system reset log_statement");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Where the log ends now. */
    long position() throws IOException {
        return Files.size(log);
    }

    /** Beginning of a statement → how often between the two positions. */
    Map<String, Integer> statements(long from, long to) throws IOException {
        try (var file = Files.newByteChannel(log)) {
            var bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
            file.position(from);
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                // until it is full
            }
            var counts = new TreeMap<String, Integer>();
            STATEMENT.matcher(new String(bytes.array(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> counts.merge(found.group(1), 1, Integer::sum));
            return counts;
        }
    }
}
