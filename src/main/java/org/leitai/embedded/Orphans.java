package org.leitai.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the servers that a killed application left running, known by their pid file and the name of their program. */
final class Orphans {

    private static final int SHUTDOWN_SECONDS = 20; // PostgreSQL writes a checkpoint first

    private Orphans() {}

    /** @throws IOException when the process is there and does not end */
    static void stop(Path pidFile, String program) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        ProcessHandle orphan = ProcessHandle.of(pidIn(pidFile))
                .filter(process -> process.info().command().orElse("").contains(program))
                .orElse(null);
        if (orphan != null) {
            stop(orphan);
        }
        Files.deleteIfExists(pidFile);
    }

    private static long pidIn(Path pidFile) throws IOException {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).orElse(-1L);
        } catch (NumberFormatException e) {
            return -1; // half-written by a crash: nothing to find
        }
    }

    private static void stop(ProcessHandle orphan) throws IOException {
        orphan.destroy();
        try {
            orphan.onExit().get(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("process " + orphan.pid() + " of an earlier run does not end; stop it by hand", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
