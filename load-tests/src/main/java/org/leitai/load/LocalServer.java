package org.leitai.load;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Leitai of our own, with its own PostgreSQL and Redis, on free ports and in its own data folder. The process, and only it,
 * is killed by this object.
 */
public final class LocalServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final int STOP_SECONDS = 40;
    private static final Pattern PORT = Pattern.compile(":([0-9]{2,5})");

    private final Path repository;
    private final Path data;
    private final int port = freePort();
    private final int managementPort = freePort();
    private volatile Process process;

    public LocalServer(Path repository, Path data) {
        this.repository = repository;
        this.data = data;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    public int port() {
        return port;
    }

    /** Health and figures; never on the public port. */
    public int managementPort() {
        return managementPort;
    }

    public long pid() {
        return process.pid();
    }

    /** Returns when the server says that it is ready. The first start is on empty data. */
    public void start() throws IOException {
        if (process == null) {
            empty(data);
        }
        Files.createDirectories(data);
        var command = new ArrayList<String>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(List.of(System.getenv().getOrDefault("LEITAI_SERVER_OPTIONS", "-Xmx1g -XX:+UseSerialGC").split(" ")));
        command.addAll(List.of("-jar", application().resolve("quarkus-run.jar").toString()));
        var builder = new ProcessBuilder(command).directory(repository.toFile()).redirectErrorStream(true);
        File log = data.resolve("server.log").toFile();
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("LEITAI_DATA", data.toString());
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        builder.environment().keySet().removeAll(List.of("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_REDIS_HOSTS"));
        process = builder.start();
        awaitReady(log);
    }

    /** SIGKILL: no hook, no buffer, no good-bye. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + postgresPort() + "/postgres", "postgres", "");
    }

    public long postgresPid() {
        return Long.parseLong(postmaster().get(0).strip());
    }

    int postgresPort() {
        return Integer.parseInt(postmaster().get(3).strip());
    }

    /** @param command inline, such as {@code FLUSHALL} */
    String redis(String command) throws IOException {
        String pid = Files.readString(data.resolve("redis/redis.pid")).strip();
        Matcher matcher = PORT.matcher(Files.readString(Path.of("/proc", pid, "cmdline")));
        if (!matcher.find()) {
            throw new IOException("Redis does not show its port");
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(matcher.group(1)))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] reply = new byte[200];
            return new String(reply, 0, Math.max(0, socket.getInputStream().read(reply)), StandardCharsets.US_ASCII).strip();
        }
    }

    @Override
    public void close() {
        if (process == null || !process.isAlive()) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("the server " + process.pid() + " does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the build made, or another build to compare it with. */
    private Path application() {
        String other = System.getenv("LEITAI_SERVER_APPLICATION");
        return other == null ? repository.resolve("target/quarkus-app") : Path.of(other);
    }

    private void awaitReady(File log) throws IOException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        byte[] request = "GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (var connection = new HttpConnection(managementPort, 2000)) {
                if (connection.exchange(request).status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
        throw new IOException("the server does not come up; see " + log);
    }

    private List<String> postmaster() {
        try {
            return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Data that a PostgreSQL still uses, left by a tool that was killed, stay: the server's start stops it in its own way. */
    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder) || Files.exists(folder.resolve("postgres/postmaster.pid"))) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
