package org.leitai.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.leitai.embedded.LocalServers;

/**
 * The built server as an operator starts it: a process of its own on free ports, with its data in a folder under
 * {@code target/}. It can be stopped, killed and started again on the same data and ports.
 */
public final class LeitaiServer implements AutoCloseable {

    /** Fifteen seconds are promised on a quiet machine; tests run on busy ones. */
    private static final Duration START = Duration.ofSeconds(90);

    private static final Duration STOP = Duration.ofSeconds(40);
    private static final Path SERVERS = Path.of("target", "servers").toAbsolutePath();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static LeitaiServer shared;

    private final Path data;
    private final int port;
    private final int managementPort;
    private final Map<String, String> settings;
    private Process process;

    private LeitaiServer(Path data, int port, int managementPort, Map<String, String> settings) {
        this.data = data;
        this.port = port;
        this.managementPort = managementPort;
        this.settings = settings;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** One for all tests that leave it running and on speaking terms; it stops with the JVM of the tests. */
    public static synchronized LeitaiServer shared() {
        if (shared == null) {
            shared = LeitaiServer.fresh();
            shared.start();
        }
        return shared;
    }

    /** On an empty data folder and free ports; not started yet. */
    public static LeitaiServer fresh() {
        return new LeitaiServer(emptyFolder(), freePort(), freePort(), Map.of());
    }

    /** One of several nodes on the same databases; not started yet. */
    public static LeitaiServer node(LocalServers servers) {
        return new LeitaiServer(
                emptyFolder(),
                freePort(),
                freePort(),
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", servers.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", servers.jdbcUser(),
                        "QUARKUS_REDIS_HOSTS", servers.redisUrl(),
                        "LEITAI_SECRET", "a-secret-that-only-tests-are-signed-with",
                        "LEITAI_LOCAL", "true"));
    }

    /** Another instance with the data folder of this one, on other ports; not started yet. */
    public LeitaiServer onTheSameData() {
        return new LeitaiServer(data, freePort(), freePort(), settings);
    }

    /** Another instance on the port of this one, with other data; not started yet. */
    public LeitaiServer onTheSamePort() {
        return new LeitaiServer(emptyFolder(), port, freePort(), settings);
    }

    /** Starts it and waits until it is ready and has said so. Returns how long that took. */
    public Duration start() {
        long from = System.nanoTime();
        launch();
        await().atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || (isReady() && output().contains("Leitai is ready")));
        if (!process.isAlive()) {
            throw new AssertionError("the server did not start\n" + output() + errors());
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** Starts it and waits until it has ended by itself. Returns its exit code. */
    public int startInVain() {
        launch();
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running\n" + output() + errors());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** In order, as by Ctrl-C or a service manager. */
    public void stop() {
        process.destroy();
        await().atMost(STOP).until(() -> !process.isAlive());
    }

    /** At once, with nothing written or said any more (SIGKILL); its PostgreSQL and Redis are left behind. */
    public void kill() {
        process.destroyForcibly();
        await().atMost(STOP).until(() -> !process.isAlive());
    }

    /** As a machine that hangs (SIGSTOP): its connections stay, and it says nothing. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            thaw();
            stop();
        }
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public Path data() {
        return data;
    }

    public int port() {
        return port;
    }

    /** What this and earlier starts wrote to standard output, the log included. */
    public String output() {
        return read(data.resolve("stdout.log"));
    }

    /** What the latest start wrote to standard error. */
    public String errors() {
        return read(errorFile());
    }

    /** To the database behind the running server. */
    public Connection database() throws SQLException {
        List<String> postmaster =
                read(data.resolve("postgres").resolve("postmaster.pid")).lines().toList();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster.get(3) + "/postgres", "postgres", "");
    }

    /** The rows of a query, each as its columns' texts. */
    public List<List<String>> query(String sql) {
        try (var connection = database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var result = new ArrayList<List<String>>();
            while (rows.next()) {
                var columns = new ArrayList<String>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    columns.add(rows.getString(column));
                }
                result.add(columns);
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Returns how many rows were changed. */
    public int update(String sql) {
        try (var connection = database();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void signal(String which) {
        try {
            new ProcessBuilder("kill", which, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void launch() {
        Path jar = Path.of(System.getProperty("server.jar", "target/quarkus-app/quarkus-run.jar"))
                .toAbsolutePath();
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        jar.toString())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("stdout.log").toFile()))
                .redirectError(errorFile().toFile());
        builder.environment().put("LEITAI_DATA", data.toString());
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By port, because two instances on one data folder must not write to the same file. */
    private Path errorFile() {
        return data.resolve("stderr-" + managementPort + ".log");
    }

    private boolean isReady() {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** With the servers' programs shared, for unpacking them takes longer than starting them. */
    private static Path emptyFolder() {
        try {
            Path programs = Files.createDirectories(SERVERS.resolve("programs"));
            Path folder = Files.createTempDirectory(SERVERS, "server");
            Files.createSymbolicLink(folder.resolve("programs"), programs);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
