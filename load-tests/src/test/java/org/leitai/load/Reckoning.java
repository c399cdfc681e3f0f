package org.leitai.load;

import io.gatling.javaapi.core.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Adds up what the workers of a simulation were told, and compares it with the public board and the database. */
final class Reckoning {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final int port;
    private final String jdbcUrl;
    private final Journal journal;
    private final AtomicLong people = new AtomicLong();
    private final AtomicLong hundredths = new AtomicLong();
    private long peopleBefore;
    private long hundredthsBefore;

    /** @param jdbcUrl with user and password; empty: the database is not looked at */
    Reckoning(int port, String jdbcUrl) {
        this.port = port;
        this.jdbcUrl = jdbcUrl;
        try {
            this.journal = new Journal(Path.of("target", "preliminary-journal.tsv").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contest may have been played before. */
    void begin() {
        List<BoardOracle.Row> rows = shown();
        peopleBefore = rows.size();
        hundredthsBefore = rows.stream().mapToLong(BoardOracle.Row::hundredths).sum();
    }

    /** A worker has seen the result; all answers were acknowledged. */
    Session finished(Session session) {
        PaperWork paper = session.get("paper");
        for (int seq = 1; session.contains("stored" + seq); seq++) {
            int slot = (seq - 1) % paper.slots() + 1;
            journal.acknowledged(new Journal.Answer(paper.attempt(), slot, seq, session.getString("stored" + seq)));
        }
        journal.handedIn(paper.attempt());
        people.incrementAndGet();
        hundredths.addAndGet(new BigDecimal(session.getString("points").strip()).movePointRight(2).longValueExact());
        return session;
    }

    /** "agrees", or what does not. */
    String verdict() {
        List<BoardOracle.Row> rows = shown();
        long morePeople = rows.size() - peopleBefore;
        long moreHundredths = rows.stream().mapToLong(BoardOracle.Row::hundredths).sum() - hundredthsBefore;
        System.out.printf("%nfinished %d with %s points; the board grew by %d with %s points%n",
                people.get(), points(hundredths.get()), morePeople, points(moreHundredths));
        boolean sums = morePeople == people.get() && moreHundredths == hundredths.get();
        return sums && databaseAgrees() ? "agrees" : "the board or the database differs, see the output";
    }

    private boolean databaseAgrees() {
        if (jdbcUrl.isEmpty()) {
            return true;
        }
        try (var database = DriverManager.getConnection(jdbcUrl)) {
            return Ledger.agrees(database, journal);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<BoardOracle.Row> shown() {
        try (var connection = new HttpConnection(port, TIMEOUT_MILLIS)) {
            return new BoardOracle(connection).shown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BigDecimal points(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
