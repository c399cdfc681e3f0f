package org.leitai.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the clients were told, in a file that the server knows nothing of: a line for every acknowledged answer, {@code
 * answer attempt slot seq text}, and for every acknowledged hand-in, {@code handed-in attempt}, with tabs between.
 */
final class Journal implements AutoCloseable {

    /** Stands for the line feed between two blanks, so that a line is an entry. */
    private static final char LINE_FEED = '␊';

    private final Path file;
    private final BufferedWriter writer;
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger handIns = new AtomicInteger();

    Journal(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.getParent());
        this.writer = Files.newBufferedWriter(file);
    }

    record Answer(long attempt, int slot, int seq, String stored) {}

    void acknowledged(Answer answer) {
        write("answer\t" + answer.attempt() + "\t" + answer.slot() + "\t" + answer.seq() + "\t"
                + answer.stored().replace('\n', LINE_FEED));
        answers.incrementAndGet();
    }

    void handedIn(long attempt) {
        write("handed-in\t" + attempt);
        handIns.incrementAndGet();
    }

    int answers() {
        return answers.get();
    }

    int handIns() {
        return handIns.get();
    }

    /** Read back from the file. */
    List<Answer> readAnswers() throws IOException {
        return read("answer").stream()
                .map(fields -> new Answer(
                        Long.parseLong(fields[1]),
                        Integer.parseInt(fields[2]),
                        Integer.parseInt(fields[3]),
                        fields[4].replace(LINE_FEED, '\n')))
                .toList();
    }

    List<Long> readHandIns() throws IOException {
        return read("handed-in").stream().map(fields -> Long.parseLong(fields[1])).toList();
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }

    private List<String[]> read(String kind) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split("\t", -1)).filter(fields -> fields[0].equals(kind)).toList();
        }
    }

    private synchronized void write(String line) {
        try {
            writer.write(line);
            writer.newLine();
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
