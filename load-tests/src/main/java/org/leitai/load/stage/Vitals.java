package org.leitai.load.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leitai.load.CpuTime;
import org.leitai.load.HttpConnection;
import org.leitai.load.LocalServer;

/** What the server needs, seen from outside. */
final class Vitals {

    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*} ([0-9.E]+)$");
    private static final Pattern SOCKETS = Pattern.compile("(?m)^leitai_live_sockets(?:\\{.*})? ([0-9.E]+)$");
    private static final String ESTABLISHED = "01";
    private static final int TIMEOUT_MILLIS = 5000;

    private final LocalServer server;

    Vitals(LocalServer server) {
        this.server = server;
    }

    long cpuMillis() {
        return CpuTime.ofProcess(server.pid());
    }

    /** What is left of the heap after a full collection. */
    double liveHeapMegabytes() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(server.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return metrics(HEAP) / 1e6;
    }

    /** Sockets that the server counts as open. */
    int sockets() throws IOException {
        return (int) metrics(SOCKETS);
    }

    /** Most bytes that the kernel holds for one connection of the server because its reader does not take them. */
    long longestQueueBytes() throws IOException {
        String local = ":%04X".formatted(server.port());
        long longest = 0;
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                longest = Math.max(longest, lines.map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields[1].endsWith(local) && fields[3].equals(ESTABLISHED))
                        .mapToLong(fields -> Long.parseLong(fields[4].substring(0, fields[4].indexOf(':')), 16))
                        .max()
                        .orElse(0));
            }
        }
        return longest;
    }

    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private double metrics(Pattern figure) throws IOException {
        try (var connection = new HttpConnection(server.managementPort(), TIMEOUT_MILLIS)) {
            byte[] request = "GET /q/metrics HTTP/1.1\r\nHost: localhost\r\nAccept: text/plain\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            String text = connection.exchange(request).text();
            return figure.matcher(text).results().mapToDouble(found -> Double.parseDouble(found.group(1))).sum();
        }
    }
}
