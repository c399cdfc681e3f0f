package org.leitai.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL and a real Redis of our own, on free ports of the loopback interface, with their data in one folder.
 * The folder outlives them: the next start continues with the same data.
 */
public final class LocalServers implements AutoCloseable {

    /** What makes "acknowledged" mean "durable"; the library that starts PostgreSQL would switch them off. */
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** A start after a crash replays the log first; a minute of log from a busy contest takes seconds. */
    private static final Duration POSTGRES_START = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final LocalRedis redis;

    private LocalServers(EmbeddedPostgres postgres, LocalRedis redis) {
        this.postgres = postgres;
        this.redis = redis;
    }

    /**
     * Starts both, after stopping what a killed predecessor left running in the same folder.
     *
     * @param data where the data stays; the caller makes sure that no other process uses it
     * @param binaries where the servers' programs are unpacked; may be shared between data folders
     * @throws IOException when one of them does not come up; the message says which and where its log is
     */
    public static LocalServers start(Path data, Path binaries) throws IOException {
        Files.createDirectories(data);
        Files.createDirectories(binaries);
        EmbeddedPostgres postgres = startPostgres(data, binaries);
        try {
            assertDurable(postgres);
            return new LocalServers(postgres, LocalRedis.start(data.resolve("redis"), binaries));
        } catch (IOException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    public String jdbcUser() {
        return "postgres";
    }

    public String redisUrl() {
        return "redis://127.0.0.1:" + redis.port();
    }

    /** Points the application at the servers; to be called before it starts. */
    public static void configure(LocalServers servers, String secret) {
        System.setProperty("quarkus.datasource.jdbc.url", servers.jdbcUrl());
        System.setProperty("quarkus.datasource.username", servers.jdbcUser());
        System.setProperty("quarkus.redis.hosts", servers.redisUrl());
        System.setProperty("leitai.secret", secret);
        System.setProperty("leitai.local", "true");
    }

    @Override
    public void close() throws IOException {
        try {
            redis.close();
        } finally {
            postgres.close();
        }
    }

    private static EmbeddedPostgres startPostgres(Path data, Path binaries) throws IOException {
        Path folder = data.resolve("postgres");
        Orphans.stop(folder.resolve("postmaster.pid"), "postgres");
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(POSTGRES_START)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        data.resolve("postgres.log").toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        data.resolve("postgres.log").toFile()));
        DURABLE.forEach(builder::setServerConfig);
        try {
            return builder.start();
        } catch (IOException | RuntimeException e) {
            throw new IOException("PostgreSQL does not start; see " + data.resolve("postgres.log"), e);
        }
    }

    private static void assertDurable(EmbeddedPostgres postgres) throws IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (String setting : DURABLE.keySet()) {
                try (var row = statement.executeQuery("show " + setting)) {
                    row.next();
                    if (!row.getString(1).equals("on")) {
                        throw new IOException("PostgreSQL runs with " + setting + "=" + row.getString(1)
                                + "; an acknowledged answer could be lost");
                    }
                }
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not answer", e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
