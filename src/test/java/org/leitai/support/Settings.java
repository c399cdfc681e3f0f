package org.leitai.support;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.leitai.web.LeitaiConfig;

/** The settings of a node, for tests that start none. */
public record Settings(Optional<String> secret) implements LeitaiConfig {

    public static Settings of(String secret) {
        return new Settings(Optional.of(secret));
    }

    public static Settings withoutSecret() {
        return new Settings(Optional.empty());
    }

    @Override
    public boolean local() {
        return false;
    }

    @Override
    public Optional<String> questionBank() {
        return Optional.empty();
    }

    @Override
    public boolean https() {
        return false;
    }

    @Override
    public Optional<List<String>> allowedOrigins() {
        return Optional.empty();
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public int passwordHashCost() {
        return 12;
    }

    @Override
    public MemorySize maxBodySize() {
        return new MemorySize(BigInteger.valueOf(256 * 1024));
    }

    @Override
    public LiveLimits live() {
        return () -> 20_000;
    }
}
