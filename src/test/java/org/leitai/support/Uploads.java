package org.leitai.support;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.specification.MultiPartSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in forms, sent as browsers send them: with their length. */
public final class Uploads {

    private Uploads() {}

    public static MultiPartSpecification file(String field, String name, byte[] bytes, String type) {
        try {
            Path file = Files.createTempFile(Files.createDirectories(Path.of("target", "uploads")), "upload", ".tmp");
            file.toFile().deleteOnExit();
            return new MultiPartSpecBuilder(Files.write(file, bytes).toFile())
                    .controlName(field)
                    .fileName(name)
                    .mimeType(type)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
