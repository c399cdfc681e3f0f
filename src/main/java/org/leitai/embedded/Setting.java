package org.leitai.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * A setting read before the framework is up, from the places and in the order that it reads them itself: system property,
 * environment variable, {@code config/application.properties}.
 */
final class Setting {

    private Setting() {}

    static boolean isPresent(String name) {
        return !valueOr(name, "").isBlank();
    }

    static String valueOr(String name, String fallback) {
        String property = System.getProperty(name);
        if (property != null) {
            return property;
        }
        String variable = System.getenv(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
        return variable != null ? variable : inFile(name, fallback);
    }

    private static String inFile(String name, String fallback) {
        Path file = Path.of("config", "application.properties");
        if (!Files.isReadable(file)) {
            return fallback;
        }
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            return fallback;
        }
        return properties.getProperty(name, fallback);
    }
}
