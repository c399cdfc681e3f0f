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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL and a real Redis of our own, on free ports of the loopback interface, with their data in one folder.
 * The folder outlives them: the next start continues with the same data. Whichever of the two dies is started again on its port
 * within a second or two, so that the application, which reconnects by itself, goes on.
 */
public final class LocalServers implements AutoCloseable {

    /** What makes "acknowledged" mean "durable"; the library that starts PostgreSQL would switch them off. */
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** A start after a crash replays the log first; a minute of log from a busy contest takes seconds. */
    private static final Duration POSTGRES_START = Duration.ofSeconds(60);

    private static final Logger LOG = Logger.getLogger(LocalServers.class);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** What the old one's processes take to notice that it is gone; before that a new one refuses to start. */
    private static final Duration POSTGRES_RESTART = Duration.ofSeconds(5);

    private final Path data;
    private final Path binaries;
    private EmbeddedPostgres postgres;
    private LocalRedis redis;
    private volatile boolean closing;

    private LocalServers(Path data, Path binaries, EmbeddedPostgres postgres, LocalRedis redis) {
        this.data = data;
        this.binaries = binaries;
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
        Orphans.stop(pidFile(data), "postgres");
        EmbeddedPostgres postgres = startPostgres(data, binaries, 0, POSTGRES_START);
        try {
            assertDurable(postgres);
            var servers = new LocalServers(
                    data, binaries, postgres, LocalRedis.start(data.resolve("redis"), binaries, freePort()));
            servers.watch();
            return servers;
        } catch (IOException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    public synchronized String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    public String jdbcUser() {
        return "postgres";
    }

    public synchronized String redisUrl() {
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

    /** Ends the watch at once when the process is told to end, for then the servers may be told as well. */
    private void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closing = true));
        Thread.ofPlatform().daemon().name("local-servers").start(() -> {
            while (look()) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        });
    }

    /** @return whether to look again */
    private synchronized boolean look() {
        if (closing) {
            return false;
        }
        try {
            if (!redis.isAlive()) {
                LOG.error("Redis has died and is started again");
                redis = LocalRedis.start(data.resolve("redis"), binaries, redis.port());
            }
            if (!Orphans.isRunning(pidFile(data), "postgres")) {
                LOG.error("PostgreSQL has died and is started again");
                int port = postgres.getPort();
                closeQuietly(postgres);
                LockSupport.parkNanos(LOOK_NANOS);
                postgres = startPostgres(data, binaries, port, POSTGRES_RESTART);
            }
        } catch (IOException e) {
            LOG.errorf("tried again soon: %s", e.getMessage());
        }
        return true;
    }

    private static void closeQuietly(EmbeddedPostgres dead) {
        try {
            dead.close();
        } catch (IOException | RuntimeException expected) {
            LOG.debugf("of a dead PostgreSQL: %s", expected.getMessage());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closing = true;
        try {
            redis.close();
        } finally {
            postgres.close();
        }
    }

    private static Path pidFile(Path data) {
        return data.resolve("postgres").resolve("postmaster.pid");
    }

    /** @param port 0: any */
    private static EmbeddedPostgres startPostgres(Path data, Path binaries, int port, Duration patience)
            throws IOException {
        Path folder = data.resolve("postgres");
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(patience)
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
