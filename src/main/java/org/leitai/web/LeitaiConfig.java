package org.leitai.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The settings that more than one feature reads; described in {@code application.properties}. */
@ConfigMapping(prefix = "leitai")
public interface LeitaiConfig {

    Optional<String> secret();

    @WithDefault("false")
    boolean local();

    Optional<String> questionBank();

    @WithDefault("false")
    boolean https();

    Optional<List<String>> allowedOrigins();

    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Bcrypt's cost for passwords of staff: 12 takes a quarter of a second. Tests, which sign in hundreds of times, lower it. */
    @WithDefault("12")
    int passwordHashCost();

    /** What a request may carry; files of finals alone may be larger. */
    @WithDefault("256K")
    MemorySize maxBodySize();

    LiveLimits live();

    /** What a node carries for its audience. */
    interface LiveLimits {

        /** Sockets open at the same time; one takes some 30 KB, and what the system keeps for its connection. */
        @WithDefault("20000")
        int maxSockets();
    }
}
