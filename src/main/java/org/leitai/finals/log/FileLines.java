package org.leitai.finals.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The lines of a file, one at a time, within limits; only a line feed ends one 文件行. */
final class FileLines {

    /** A final of 200 questions and 5,000 events takes 3 MB. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    /** The longest is the set-up: rules of 64 KB and the digests of some hundred questions. */
    private static final int LONGEST_LINE = 512 * 1024;

    private final InputStream stream;
    private long bytes;
    private int number;

    FileLines(InputStream stream) {
        this.stream = new BufferedInputStream(stream, 64 * 1024);
    }

    /** The lines cannot go on. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final FileFault fault;

        Unreadable(FileFault fault) {
            super(fault.code());
            this.fault = fault;
        }

        FileFault fault() {
            return fault;
        }
    }

    /** Of the last line given, from 1. */
    int number() {
        return number;
    }

    /**
     * Without its line feed.
     *
     * @return null at the end
     * @throws Unreadable for a line without its end, one too long, a file too large, or what is no UTF-8
     */
    String next() throws IOException {
        var line = new ByteArrayOutputStream(1024);
        int read = stream.read();
        if (read < 0) {
            return null;
        }
        number++;
        while (read != '\n') {
            if (read < 0) {
                throw new Unreadable(FileFault.TRUNCATED);
            }
            if (++bytes > MOST_BYTES || line.size() >= LONGEST_LINE) {
                throw new Unreadable(FileFault.TOO_LARGE);
            }
            line.write(read);
            read = stream.read();
        }
        return decoded(line.toByteArray());
    }

    private static String decoded(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(FileFault.NOT_TEXT);
        }
    }
}
