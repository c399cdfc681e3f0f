package org.leitai.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.leitai.embedded.LocalServers;

/** The real PostgreSQL and Redis of a test run, on fresh data and free ports. */
public class RealServers implements QuarkusTestResourceLifecycleManager {

    private LocalServers servers;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "data");
            servers = LocalServers.start(
                    folder.toAbsolutePath(),
                    Path.of("target", "servers", "programs").toAbsolutePath());
            return Map.of(
                    "quarkus.datasource.jdbc.url", servers.jdbcUrl(),
                    "quarkus.datasource.username", servers.jdbcUser(),
                    "quarkus.redis.hosts", servers.redisUrl(),
                    "leitai.secret", "a-secret-that-only-tests-are-signed-with");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (servers != null) {
                servers.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
