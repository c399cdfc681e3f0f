package org.leitai.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Holds the journal of the clients against the database. */
final class Ledger {

    private static final int BATCH = 1000;

    /** Acknowledged, and not there exactly once with this text. */
    private static final String LOST = "select count(*) from told t where (select count(*) from response r"
            + " where r.attempt_id = t.attempt_id and r.slot = t.slot and r.client_seq = t.seq and r.answer = t.answer) <> 1";

    /** Stored, and not acknowledged at the end, although everything was sent until it was. */
    private static final String NEVER_TOLD = "select count(*) from response r where r.attempt_id in (select attempt_id from told)"
            + " and not exists (select 1 from told t where t.attempt_id = r.attempt_id and t.slot = r.slot and t.seq = r.client_seq)";

    /** Acknowledged hand-ins without a result. */
    private static final String NOT_FINISHED = "select count(*) from handed h left join attempt a on a.id = h.attempt_id"
            + " where a.finished_at is null or a.points_hundredths <> (select sum(mark) from unnest(a.marks_hundredths) mark)";

    /** Slots of handed-in attempts whose last stored answer is not the last acknowledged one. */
    private static final String OTHER_LAST = "select count(*) from (select distinct on (t.attempt_id, t.slot) t.* from told t"
            + " join handed h using (attempt_id) order by t.attempt_id, t.slot, t.seq desc) mine"
            + " left join lateral (select client_seq, answer from response r where r.attempt_id = mine.attempt_id and r.slot = mine.slot"
            + " order by client_seq desc limit 1) theirs on true"
            + " where theirs.client_seq is distinct from mine.seq or theirs.answer is distinct from mine.answer";

    /** Answers that arrived after the end of their attempt and would not count. */
    private static final String AFTER_END = "select count(*) from told t join attempt a on a.id = t.attempt_id"
            + " join response r on r.attempt_id = t.attempt_id and r.slot = t.slot and r.client_seq = t.seq"
            + " where r.received_at > a.finished_at";

    /** Persons whose standing is not their best attempt. */
    private static final String STANDING = "select count(*) from (" + BoardOracle.BEST + ") b full join standing s"
            + " on s.person_id = b.person_id and s.round_id = b.round_id where s.points_hundredths is distinct from b.points_hundredths"
            + " or s.elapsed_millis is distinct from b.elapsed_millis";

    private Ledger() {}

    /** Prints a line for each comparison. Returns whether all agree. */
    static boolean agrees(Connection database, Journal journal) throws SQLException, IOException {
        load(database, journal);
        return zero(database, "acknowledged answers that are not stored exactly once", LOST)
                & zero(database, "stored answers that were never acknowledged", NEVER_TOLD)
                & zero(database, "acknowledged hand-ins without a result that adds up", NOT_FINISHED)
                & zero(database, "slots whose last stored answer is not the last acknowledged", OTHER_LAST)
                & zero(database, "acknowledged answers that came after their attempt's end", AFTER_END)
                & zero(database, "standings that are not the person's best attempt", STANDING);
    }

    private static void load(Connection database, Journal journal) throws SQLException, IOException {
        try (var statement = database.createStatement()) {
            statement.execute("create temporary table told (attempt_id bigint, slot int, seq int, answer text)");
            statement.execute("create temporary table handed (attempt_id bigint)");
        }
        database.setAutoCommit(false);
        try (var told = database.prepareStatement("insert into told values (?, ?, ?, ?)")) {
            int count = 0;
            for (Journal.Answer answer : journal.readAnswers()) {
                told.setLong(1, answer.attempt());
                told.setInt(2, answer.slot());
                told.setInt(3, answer.seq());
                told.setString(4, answer.stored());
                told.addBatch();
                if (++count % BATCH == 0) {
                    told.executeBatch();
                }
            }
            told.executeBatch();
        }
        try (var handed = database.prepareStatement("insert into handed select unnest(?)")) {
            handed.setArray(1, database.createArrayOf("bigint", journal.readHandIns().toArray()));
            handed.execute();
        }
        database.setAutoCommit(true);
        try (var statement = database.createStatement()) {
            statement.execute("create index on told (attempt_id, slot, seq)");
            statement.execute("analyze told");
        }
    }

    private static boolean zero(Connection database, String what, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            System.out.printf("%8d  %s%n", row.getLong(1), what);
            return row.getLong(1) == 0;
        }
    }
}
