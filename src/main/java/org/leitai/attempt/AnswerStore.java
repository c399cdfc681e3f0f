package org.leitai.attempt;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers in PostgreSQL, a batch at a time.
 *
 * <pre>
 * response  (attempt, slot, client_seq) → answer, received_at   append-only   written here   read by delivery, marking
 * </pre>
 */
@Singleton
class AnswerStore {

    /** With a clock per question: it had been delivered when the answer arrived, the next had not, and its time was not over. */
    private static final String ON_ITS_TURN = """
            (a.question_millis is null or exists (
                select 1 from delivery d
                where d.attempt_id = put.attempt_id and d.slot = put.slot
                  and put.received_at >= d.delivered_at
                  and put.received_at <= d.delivered_at + (a.question_millis + 2000) * interval '1 millisecond'
                  and not exists (select 1 from delivery later
                                  where later.attempt_id = put.attempt_id and later.slot > put.slot
                                    and later.delivered_at <= put.received_at)))
            """;

    /**
     * Decides and writes in one statement: the attempt is this person's, delivered, not ended, in time (deadline and grace
     * inclusive, to the millisecond), on its question's turn, and nothing newer is stored for the slot. The lock on the attempt
     * makes a hand-in wait for answers under way, and answers behind a hand-in see that it has ended: what is acknowledged is in
     * the result.
     *
     * <p>Each answer looks up its attempt and its slot by index (lateral; the connections of this datasource know no other way): a
     * plan made while the tables are empty must still be the right one when they are not.
     */
    private static final String APPEND = """
            insert into response (attempt_id, slot, client_seq, answer, received_at)
            select put.attempt_id, put.slot, put.seq, put.answer, put.received_at
            from (select attempt_id, person_id, slot, seq, answer,
                         to_timestamp(received_millis / 1000.0::float8) as received_at
                  from unnest(?::int8[], ?::int8[], ?::int4[], ?::int4[], ?::int8[], ?::text[])
                       as u(attempt_id, person_id, slot, seq, received_millis, answer)) put
            cross join lateral (select person_id, round_id, started_at, finished_at, clock_ends_at, question_millis
                                from attempt where id = put.attempt_id for key share) a
            join round r on r.id = a.round_id
            where a.person_id = put.person_id
              and a.finished_at is null
              and put.received_at >= a.started_at
              and put.received_at <= least(a.clock_ends_at, r.closes_at) + interval '2 seconds'
              and\s""" + ON_ITS_TURN + """
              and not exists (select 1 from response newer
                              where newer.attempt_id = put.attempt_id and newer.slot = put.slot
                                and newer.client_seq > put.seq)
            on conflict do nothing
            returning attempt_id, slot, client_seq""";

    /** What stands in the database for answers that were not appended. */
    private static final String EXPLAIN = """
            select put.n, a.id, a.started_at, a.finished_at, least(a.clock_ends_at, r.closes_at) + interval '2 seconds',
                   exact.answer, exact.received_at, newest.client_seq, newest.answer, newest.received_at,\s""" + ON_ITS_TURN + """
            from (select n, attempt_id, person_id, slot, seq,
                         to_timestamp(received_millis / 1000.0::float8) as received_at
                  from unnest(?::int8[], ?::int8[], ?::int4[], ?::int4[], ?::int8[])
                       with ordinality as u(attempt_id, person_id, slot, seq, received_millis, n)) put
            left join lateral (select * from attempt
                               where id = put.attempt_id and person_id = put.person_id limit 1) a on true
            left join round r on r.id = a.round_id
            left join lateral (select answer, received_at from response
                               where attempt_id = a.id and slot = put.slot and client_seq = put.seq limit 1) exact on true
            left join lateral (select client_seq, answer, received_at from response
                               where attempt_id = a.id and slot = put.slot
                               order by client_seq desc limit 1) newest on true
            order by put.n""";

    private final AgroalDataSource database;

    AnswerStore(@DataSource("answers") AgroalDataSource database) {
        this.database = database;
    }

    Connection connect() throws SQLException {
        return database.getConnection();
    }

    /** Identifies an answer within a batch. */
    record Key(long attempt, int slot, int seq) {}

    /** Appends what may be appended and commits. Returns which were; they are durable. */
    Map<Key, Boolean> append(Connection connection, List<PendingAnswer> batch) throws SQLException {
        try (var statement = connection.prepareStatement(APPEND)) {
            bind(statement, batch);
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "text", batch.stream().map(PendingAnswer::answer).toArray()));
            var appended = new HashMap<Key, Boolean>(batch.size() * 2);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    appended.put(new Key(row.getLong(1), row.getInt(2), row.getInt(3)), true);
                }
            }
            return appended;
        }
    }

    /** Completes answers that were not appended with the reason, or with what is stored. */
    void explain(Connection connection, List<PendingAnswer> rest) throws SQLException {
        try (var statement = connection.prepareStatement(EXPLAIN)) {
            bind(statement, rest);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    PendingAnswer answer = rest.get(row.getInt(1) - 1);
                    answer.result().complete(explain(answer, row));
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, List<PendingAnswer> batch) throws SQLException {
        statement.setObject(1, batch.stream().mapToLong(PendingAnswer::attempt).toArray());
        statement.setObject(2, batch.stream().mapToLong(PendingAnswer::person).toArray());
        statement.setObject(3, batch.stream().mapToInt(PendingAnswer::slot).toArray());
        statement.setObject(4, batch.stream().mapToInt(PendingAnswer::seq).toArray());
        statement.setObject(
                5, batch.stream().mapToLong(PendingAnswer::receivedAtMillis).toArray());
    }

    private static AnswerResult explain(PendingAnswer answer, ResultSet row) throws SQLException {
        String exact = row.getString(6);
        if (exact != null) {
            return exact.equals(answer.answer())
                    ? new AnswerResult.Stored(false, answer.slot(), answer.seq(), exact, millis(row, 7))
                    : new AnswerResult.Refused(AttemptRefusal.SEQ_REUSED);
        }
        if (row.getInt(8) > answer.seq()) {
            return new AnswerResult.Stored(true, answer.slot(), row.getInt(8), row.getString(9), millis(row, 10));
        }
        return new AnswerResult.Refused(refusal(answer, row));
    }

    private static AttemptRefusal refusal(PendingAnswer answer, ResultSet row) throws SQLException {
        Instant received = Instant.ofEpochMilli(answer.receivedAtMillis());
        if (row.getObject(2) == null) {
            return AttemptRefusal.UNKNOWN;
        }
        if (row.getObject(4) != null) {
            return AttemptRefusal.CLOSED;
        }
        if (row.getObject(3) == null || received.isBefore(instant(row, 3))) {
            return AttemptRefusal.NOT_DELIVERED;
        }
        if (received.isAfter(instant(row, 5))) {
            return AttemptRefusal.TOO_LATE;
        }
        return row.getBoolean(11)
                ? AttemptRefusal.BUSY // it changed between the two statements; the same request finds out
                : AttemptRefusal.SLOT_LOCKED;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static long millis(ResultSet row, int column) throws SQLException {
        return instant(row, column).toEpochMilli();
    }
}
