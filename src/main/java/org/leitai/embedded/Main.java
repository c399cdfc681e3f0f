package org.leitai.embedded;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.leitai.web.Texts;

/**
 * The start of the program. Without a configured database it brings its own PostgreSQL and Redis, see {@link LocalServers}.
 */
@QuarkusMain
public final class Main {

    private static final String EVENT_LOOPS = "quarkus.vertx.event-loops-pool-size";
    private static final int SHUTDOWN_SECONDS = 30;
    private static final CountDownLatch SERVERS_STOPPED = new CountDownLatch(1);
    private static final AtomicInteger EXIT_CODE = new AtomicInteger();

    private Main() {}

    public static void main(String... args) {
        try {
            requireFreePort();
            if (Setting.isPresent("quarkus.datasource.jdbc.url")) {
                run(args);
            } else {
                runOnLocalServers(args);
            }
        } catch (StartRefused e) {
            System.err.println("leitai: " + e.getMessage());
            EXIT_CODE.set(1);
        }
        System.exit(EXIT_CODE.get());
    }

    private static void runOnLocalServers(String... args) {
        Path data =
                Path.of(Setting.valueOr("leitai.data", "data")).toAbsolutePath().normalize();
        awaitServersOnSignal();
        try (FileLock lock = lock(data);
                LocalServers servers = LocalServers.start(data, data.resolve("programs"))) {
            LocalServers.configure(servers, LocalSecret.readOrCreate(data));
            run(args);
        } catch (IOException e) {
            throw new StartRefused(e.getMessage());
        } finally {
            SERVERS_STOPPED.countDown();
        }
    }

    /** Returns after the application has stopped, by itself or by a signal. */
    private static void run(String... args) {
        oneEventLoopPerCore();
        Quarkus.run(
                null,
                (exitCode, failure) -> {
                    EXIT_CODE.set(exitCode);
                    if (failure != null) {
                        System.err.println("leitai: " + innermost(failure).getMessage());
                    }
                },
                args);
    }

    /** What an operator has to mend; the frames around it say nothing. */
    private static Throwable innermost(Throwable failure) {
        return failure.getCause() == null ? failure : innermost(failure.getCause());
    }

    /** Fewer and fuller turns than with the two of the framework; what blocks runs on virtual threads. */
    private static void oneEventLoopPerCore() {
        if (!Setting.isPresent(EVENT_LOOPS)) {
            System.setProperty(
                    EVENT_LOOPS, Integer.toString(Runtime.getRuntime().availableProcessors()));
        }
    }

    /** On a signal the process ends when all hooks have; this one holds it until the servers are shut down in order. */
    private static void awaitServersOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                if (!SERVERS_STOPPED.await(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("leitai: the servers did not stop in time; the next start cleans up");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** One process per data folder; the lock ends with the process, however it ends. */
    private static FileLock lock(Path data) throws IOException {
        Files.createDirectories(data);
        FileChannel file = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock();
        if (lock == null) {
            throw new StartRefused(text("start.data-taken", data));
        }
        return lock;
    }

    /** Asked before anything is started, so that the answer is one line and not a failed start. */
    private static void requireFreePort() {
        int port = Integer.parseInt(Setting.valueOr("quarkus.http.port", "8080"));
        String host = Setting.valueOr("quarkus.http.host", "0.0.0.0");
        requireFree(host, port, "QUARKUS_HTTP_PORT");
        requireFree(
                Setting.valueOr("quarkus.management.host", "127.0.0.1"),
                Integer.parseInt(Setting.valueOr("quarkus.management.port", "9000")),
                "QUARKUS_MANAGEMENT_PORT");
    }

    private static void requireFree(String host, int port, String setting) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new StartRefused(text("start.port-taken", String.valueOf(port), setting));
        }
    }

    private static String text(String key, Object... arguments) {
        return new Texts().of(Texts.CHINESE, key, arguments);
    }

    /** The start cannot go on; the message is all that the operator needs to read. */
    private static final class StartRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StartRefused(String message) {
            super(message);
        }
    }
}
