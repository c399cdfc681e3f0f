package org.leitai.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own yardstick: one row and one commit a transaction, into a table with the columns and
 * indexes of the answers, on the same server with the same durability.
 */
final class PgBench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private static final String ROW = """
            \\set attempt random(1, 2000000000)
            \\set slot random(1, 10)
            \\set seq random(1, 2000000000)
            insert into bench.response (attempt_id, slot, client_seq, answer, received_at) values (:attempt, :slot, :seq, 'B', now());
            """;

    private final LocalServer server;
    private final Path script;

    PgBench(LocalServer server, Path folder) throws IOException, SQLException {
        this.server = server;
        this.script = folder.resolve("pgbench.sql");
        Files.writeString(script, ROW);
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("drop table if exists bench.response");
            statement.execute("create table bench.response (like public.response including all)");
        }
    }

    /** @param protocol simple, as pgbench works when nothing is said, or prepared, as our own driver does */
    double commitsPerSecond(String protocol, int clients, int seconds) throws IOException, InterruptedException {
        var command = List.of(
                System.getProperty("leitai.pgbench", "pgbench"), "-n", "-M", protocol, "-h", "127.0.0.1",
                "-p", Integer.toString(server.postgresPort()), "-U", "postgres", "-c", Integer.toString(clients),
                "-j", "2", "-T", Integer.toString(seconds), "-f", script.toString(), "postgres");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher matcher = TPS.matcher(output);
        if (process.waitFor() != 0 || !matcher.find()) {
            throw new IOException("pgbench failed: " + output);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
