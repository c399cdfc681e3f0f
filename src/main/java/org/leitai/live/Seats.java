package org.leitai.live;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.leitai.web.LeitaiConfig;

/**
 * How many sockets there may be: so many on this node, those included whose handshake is under way, and eight of one person. An
 * address has no share of its own, for a whole factory comes from one. Thread-safe.
 */
@Singleton
class Seats {

    /** A person with a tablet, a phone and a screen, each of which came back before its old socket was missed. */
    static final int MOST_OF_ONE = 8;

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, Integer> takenBy = new ConcurrentHashMap<>();

    Seats(LeitaiConfig config, MeterRegistry registry) {
        this.most = config.live().maxSockets();
        registry.gauge("leitai.live.sockets", taken);
    }

    /** One for somebody yet unknown; false when all are taken. */
    boolean take() {
        if (taken.incrementAndGet() <= most) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    void free() {
        taken.decrementAndGet();
    }

    /** Writes a seat that was taken to a person's account; false when that one has enough. */
    boolean assign(String who) {
        if (who.equals(LiveTopics.ANYBODY)) {
            return true;
        }
        boolean[] assigned = new boolean[1];
        takenBy.compute(who, (same, count) -> {
            int before = count == null ? 0 : count;
            assigned[0] = before < MOST_OF_ONE;
            return assigned[0] ? before + 1 : count;
        });
        return assigned[0];
    }

    void unassign(String who) {
        takenBy.computeIfPresent(who, (same, count) -> count == 1 ? null : count - 1);
    }
}
