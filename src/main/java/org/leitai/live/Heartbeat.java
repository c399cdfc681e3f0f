package org.leitai.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The clockwork of sockets (each second) and of the relay (each half). */
@Singleton
class Heartbeat {

    private static final long HALF_SECOND_MILLIS = 500;

    private final Vertx vertx;
    private final Live live;
    private final Topics topics;
    private long halves;

    Heartbeat(Vertx vertx, Live live, Topics topics) {
        this.vertx = vertx;
        this.live = live;
        this.topics = topics;
    }

    void start(@Observes StartupEvent event) {
        live.tick();
        vertx.setPeriodic(HALF_SECOND_MILLIS, timer -> beat());
    }

    void stop(@Observes ShutdownEvent event) {
        live.stop();
    }

    private void beat() {
        halves++;
        live.tick();
        if (halves % 2 == 0) {
            topics.tick(Pulse.of(halves / 2));
        }
    }
}
