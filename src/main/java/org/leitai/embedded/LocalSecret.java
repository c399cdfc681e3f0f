package org.leitai.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that signs cookies and tickets of a plain start: made once, kept beside the data, readable by its owner only. */
final class LocalSecret {

    private LocalSecret() {}

    static String readOrCreate(Path data) throws IOException {
        Path file = data.resolve("secret");
        if (!Files.exists(file)) {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            Path fresh =
                    Files.writeString(data.resolve("secret.new"), HexFormat.of().formatHex(bytes));
            if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(fresh, file);
        }
        return Files.readString(file).strip();
    }
}
