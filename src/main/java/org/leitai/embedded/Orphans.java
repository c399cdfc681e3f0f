package org.leitai.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the servers that a killed application left running, known by their pid file and the name of their program. */
final class Orphans {

    private static final int SHUTDOWN_SECONDS = 20; // PostgreSQL writes a checkpoint first

    private Orphans() {}

    /** @throws IOException when the process is there and does not end */
    static void stop(Path pidFile, String program) throws IOException {
        Optional<ProcessHandle> orphan = running(pidFile, program);
        if (orphan.isPresent()) {
            stop(orphan.get());
        }
    }

    static boolean isRunning(Path pidFile, String program) throws IOException {
        return running(pidFile, program).isPresent();
    }

    private static Optional<ProcessHandle> running(Path pidFile, String program) throws IOException {
        return ProcessHandle.of(pidIn(pidFile))
                .filter(process -> process.info().command().orElse("").contains(program));
    }

    /**
     * The file of one that did not end in order stays: by it PostgreSQL knows whether any of its predecessor's processes still write to
     * the data.
     */
    private static long pidIn(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return -1;
        }
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
