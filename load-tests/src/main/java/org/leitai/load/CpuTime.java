package org.leitai.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time used by a process, or by one with all its children, from /proc; milliseconds. */
public final class CpuTime {

    /** Linux tells /proc in hundredths of a second on every architecture that Java runs on. */
    private static final long MILLIS_PER_TICK = 10;

    private CpuTime() {}

    public static long ofProcess(long pid) {
        long[] ticks = ticks(pid);
        return (ticks[0] + ticks[1]) * MILLIS_PER_TICK;
    }

    /** Children that have ended and been waited for included: PostgreSQL's server processes come and go. */
    public static long ofFamily(long pid) {
        long[] ticks = ticks(pid);
        long own = (ticks[0] + ticks[1] + ticks[2] + ticks[3]) * MILLIS_PER_TICK;
        try (Stream<ProcessHandle> children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children)) {
            return own + children.mapToLong(child -> ofProcess(child.pid())).sum();
        }
    }

    /** user, system, children's user, children's system; zeros when the process has gone. */
    private static long[] ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return new long[] {
                Long.parseLong(fields[11]), Long.parseLong(fields[12]), Long.parseLong(fields[13]), Long.parseLong(fields[14])
            };
        } catch (IOException gone) {
            return new long[4];
        }
    }
}
