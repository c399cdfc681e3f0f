package org.leitai.bank.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a file, if it is one. */
final class FileText {

    /** About 3,000 items; a topic that has more is better split. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FileText() {}

    static Optional<String> read(Path file, Faults faults) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                faults.add(0, "too-large", MAX_BYTES / 1024 / 1024);
                return Optional.empty();
            }
            return decode(bytes, faults);
        } catch (IOException e) {
            faults.add(0, "unreadable", e);
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes, Faults faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            faults.add(lineAt(text, text.length()), "not-utf8");
            return Optional.empty();
        }
        return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    /** 1-based line of the character at an offset. */
    static int lineAt(String text, int offset) {
        return 1
                + (int) text.substring(0, Math.min(offset, text.length()))
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }
}
