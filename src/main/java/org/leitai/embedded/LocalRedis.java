package org.leitai.embedded;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** One Redis of our own. An installed {@code redis-server} is preferred to the one that comes with the application. */
final class LocalRedis implements AutoCloseable {

    private static final int START_ATTEMPTS = 100; // of 100 ms: ten seconds, a large append-only file included

    private final Process process;
    private final int port;

    private LocalRedis(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static LocalRedis start(Path folder, Path binaries, int port) throws IOException {
        Files.createDirectories(folder);
        Orphans.stop(folder.resolve("redis.pid"), "redis-server");
        var command = List.of(
                program(binaries).getAbsolutePath(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                folder.toAbsolutePath().toString(),
                "--pidfile",
                folder.resolve("redis.pid").toAbsolutePath().toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "");
        Path log = folder.resolve("redis.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Files.writeString(folder.resolve("redis.pid"), Long.toString(process.pid()));
        var redis = new LocalRedis(process, port);
        if (!redis.answers()) {
            process.destroyForcibly();
            throw new IOException("Redis does not start; see " + log);
        }
        return redis;
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() throws IOException {
        for (int attempt = 0; attempt < START_ATTEMPTS && process.isAlive(); attempt++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(1000);
                socket.getOutputStream().write("PING\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                byte[] reply = socket.getInputStream().readNBytes(5);
                if (new String(reply, java.nio.charset.StandardCharsets.US_ASCII).equals("+PONG")) {
                    return true;
                }
            } catch (IOException notYet) {
                // refused until it listens
            }
            pause();
        }
        return false;
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static File program(Path binaries) throws IOException {
        File installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> new File(folder, "redis-server"))
                .filter(File::canExecute)
                .findFirst()
                .orElse(null);
        return installed != null
                ? installed
                : ExecutableProvider.newJarResourceProvider(binaries.toFile()).get();
    }
}
