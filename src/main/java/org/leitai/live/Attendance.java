package org.leitai.live;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * How many sockets each topic has on the other nodes, as they say with each beat: {@code topic count,topic count}. A node that is
 * not heard any more has none. Thread-safe.
 */
final class Attendance {

    /** Four beats. */
    private static final long GONE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private record Heard(long nanos, Map<String, Integer> sockets) {}

    private final ConcurrentMap<String, Heard> nodes = new ConcurrentHashMap<>();

    static String write(Map<String, Integer> sockets) {
        return sockets.entrySet().stream()
                .map(entry -> entry.getKey() + ' ' + entry.getValue())
                .collect(Collectors.joining(","));
    }

    void hear(String node, String sockets, long nanos) {
        nodes.values().removeIf(heard -> nanos - heard.nanos() > GONE_NANOS);
        nodes.put(node, new Heard(nanos, read(sockets)));
    }

    int of(String topic, long nanos) {
        return nodes.values().stream()
                .filter(heard -> nanos - heard.nanos() <= GONE_NANOS)
                .mapToInt(heard -> heard.sockets().getOrDefault(topic, 0))
                .sum();
    }

    private static Map<String, Integer> read(String written) {
        return Arrays.stream(written.split(","))
                .map(entry -> entry.split(" "))
                .filter(entry -> entry.length == 2)
                .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> Integer.parseInt(entry[1])));
    }
}
