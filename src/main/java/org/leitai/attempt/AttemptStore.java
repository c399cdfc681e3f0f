package org.leitai.attempt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.leitai.attempt.OpenAttempt.Question;
import org.leitai.contest.Round;
import org.leitai.contest.RuleSheet.Allowance;
import org.leitai.kernel.AttemptId;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.Points;
import org.leitai.kernel.RoundId;

/**
 * Attempts in PostgreSQL.
 *
 * <pre>
 * attempt   one row a start            written by start, delivery, next question, end   read by pages, answers, sweeper
 * delivery  (attempt, slot) → instant  append-only, with a clock per question           read by statistics
 * response  see AnswerStore            read here for marking and delivery
 * </pre>
 */
@ApplicationScoped
class AttemptStore {

    private static final String OPEN_COLUMNS =
            "a.id, a.round_id, a.person_id, a.rule_sheet_id, a.ordinal, a.seed, a.started_at,"
                    + " least(a.clock_ends_at, r.closes_at), a.current_slot, a.current_since, a.question_millis";

    private static final String FINISHED_COLUMNS = "id, round_id, person_id, rule_sheet_id, ordinal, seed, started_at,"
            + " finished_at, points_hundredths, elapsed_millis, marks_hundredths";

    /** By index for each attempt, also with a plan that was made while the table was empty. */
    private static final String CURRENT_ANSWERS = "select wanted.id, newest.slot, newest.client_seq, newest.answer"
            + " from unnest(?::int8[]) as wanted(id) cross join lateral (select distinct on (slot) slot, client_seq, answer"
            + " from response where attempt_id = wanted.id order by slot, client_seq desc) newest";

    private final AgroalDataSource database;

    AttemptStore(AgroalDataSource database) {
        this.database = database;
    }

    /** What a person has used of the allowance. */
    record Used(int total, int today) {}

    /** One answer as it stands: the newest of its slot. */
    record Current(long attempt, int slot, int seq, String answer) {}

    /**
     * Starts an attempt if the window is open, none is under way and the allowance is not used up, all decided in this statement;
     * of several at once the unique constraints let one through.
     *
     * @return whether one was started
     */
    boolean insert(Round round, PersonId person, long seed, LocalDate day, Instant now) {
        Allowance allowance = round.sheet().attempts();
        return with(
                "with mine as (select count(*) as total, count(*) filter (where day = ?) as today,"
                        + " count(*) filter (where finished_at is null) as under_way from attempt where round_id = ? and person_id = ?)"
                        + " insert into attempt (id, round_id, person_id, rule_sheet_id, ordinal, day, seed, created_at)"
                        + " select nextval('attempt_seq'), r.id, ?, ?, mine.total + 1, ?, ?, ? from mine, round r"
                        + " where r.id = ? and ? >= r.opens_at and ? < r.closes_at and mine.under_way = 0"
                        + " and mine.total < ? and mine.today < ? on conflict do nothing",
                statement -> {
                    statement.setObject(1, day);
                    statement.setLong(2, round.id().value());
                    statement.setLong(3, person.value());
                    statement.setLong(4, person.value());
                    statement.setLong(5, round.ruleSheetId());
                    statement.setObject(6, day);
                    statement.setLong(7, seed);
                    statement.setObject(8, utc(now));
                    statement.setLong(9, round.id().value());
                    statement.setObject(10, utc(now));
                    statement.setObject(11, utc(now));
                    statement.setInt(12, allowance.total() == null ? Integer.MAX_VALUE : allowance.total());
                    statement.setInt(13, allowance.perDay() == null ? Integer.MAX_VALUE : allowance.perDay());
                    return statement.executeUpdate() == 1;
                });
    }

    Optional<OpenAttempt> findOpen(RoundId round, PersonId person) {
        return with(
                "select " + OPEN_COLUMNS + " from attempt a join round r on r.id = a.round_id"
                        + " where a.round_id = ? and a.person_id = ? and a.finished_at is null",
                statement -> {
                    statement.setLong(1, round.value());
                    statement.setLong(2, person.value());
                    return open(statement).stream().findFirst();
                });
    }

    Used used(RoundId round, PersonId person, LocalDate day) {
        return with(
                "select count(*), count(*) filter (where day = ?) from attempt where round_id = ? and person_id = ?",
                statement -> {
                    statement.setObject(1, day);
                    statement.setLong(2, round.value());
                    statement.setLong(3, person.value());
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return new Used(row.getInt(1), row.getInt(2));
                    }
                });
    }

    /**
     * The first delivery: the personal clock starts. A second one changes nothing, one after the round's end neither.
     *
     * @param clockMillis the personal clock; null: only the round's end
     * @param questionMillis the clock of each question; null: none
     */
    void deliver(AttemptId attempt, Instant now, Long clockMillis, Long questionMillis) {
        with(
                "with first as (update attempt a set started_at = ?,"
                        + " clock_ends_at = ?::timestamptz + ?::bigint * interval '1 millisecond', question_millis = ?,"
                        + " current_slot = case when ?::int is null then null else 1 end,"
                        + " current_since = case when ?::int is null then null else ?::timestamptz end"
                        + " from round r where r.id = a.round_id and a.id = ? and a.started_at is null and a.finished_at is null"
                        + " and ? < r.closes_at returning a.id, a.current_slot, a.current_since)"
                        + " insert into delivery select id, current_slot, current_since from first where current_slot is not null",
                statement -> {
                    statement.setObject(1, utc(now));
                    statement.setObject(2, utc(now));
                    statement.setObject(3, clockMillis, Types.BIGINT);
                    statement.setObject(4, questionMillis, Types.INTEGER);
                    statement.setObject(5, questionMillis, Types.INTEGER);
                    statement.setObject(6, questionMillis, Types.INTEGER);
                    statement.setObject(7, utc(now));
                    statement.setLong(8, attempt.value());
                    statement.setObject(9, utc(now));
                    return statement.executeUpdate();
                });
    }

    /** Delivers the question behind the given one, if that is the present one; a retry changes nothing. */
    void deliverNext(Ticket ticket, int from, Instant now) {
        with(
                "with moved as (update attempt a set current_slot = ? + 1, current_since = ? from round r where r.id = a.round_id"
                        + " and a.id = ? and a.person_id = ? and a.finished_at is null and a.current_slot = ? and ? < ?"
                        + " and ? <= least(a.clock_ends_at, r.closes_at) returning a.id, a.current_slot, a.current_since)"
                        + " insert into delivery select id, current_slot, current_since from moved",
                statement -> {
                    statement.setInt(1, from);
                    statement.setObject(2, utc(now));
                    statement.setLong(3, ticket.attempt().value());
                    statement.setLong(4, ticket.person().value());
                    statement.setInt(5, from);
                    statement.setInt(6, from);
                    statement.setInt(7, ticket.slots());
                    statement.setObject(8, utc(now));
                    return statement.executeUpdate();
                });
    }

    List<Current> answers(AttemptId attempt) {
        return with(CURRENT_ANSWERS, statement -> {
            statement.setObject(1, new long[] {attempt.value()});
            return current(statement);
        });
    }

    List<Current> answers(List<OpenAttempt> attempts) {
        return with(CURRENT_ANSWERS, statement -> {
            statement.setObject(
                    1,
                    attempts.stream().mapToLong(attempt -> attempt.id().value()).toArray());
            return current(statement);
        });
    }

    /** Waits for answers under way, and makes those that come later see the end. Empty: ended, unknown or not this person's. */
    Optional<OpenAttempt> lock(AttemptId attempt, PersonId person) {
        return with(
                "select " + OPEN_COLUMNS + " from attempt a join round r on r.id = a.round_id"
                        + " where a.id = ? and a.person_id = ? and a.finished_at is null for update of a",
                statement -> {
                    statement.setLong(1, attempt.value());
                    statement.setLong(2, person.value());
                    return open(statement).stream().findFirst();
                });
    }

    /** Attempts whose deadline lies before the given instant, locked for this node alone. */
    List<OpenAttempt> lockOverdue(Instant deadlineBefore, int most) {
        return with(
                "select " + OPEN_COLUMNS + " from attempt a join round r on r.id = a.round_id"
                        + " where a.finished_at is null and least(a.clock_ends_at, r.closes_at) < ? limit ?"
                        + " for update of a skip locked",
                statement -> {
                    statement.setObject(1, utc(deadlineBefore));
                    statement.setInt(2, most);
                    return open(statement);
                });
    }

    /** The same, not locked: all of them. */
    List<OpenAttempt> overdue(Instant deadlineBefore) {
        return with(
                "select " + OPEN_COLUMNS + " from attempt a join round r on r.id = a.round_id"
                        + " where a.finished_at is null and least(a.clock_ends_at, r.closes_at) < ? order by a.id",
                statement -> {
                    statement.setObject(1, utc(deadlineBefore));
                    return open(statement);
                });
    }

    void finish(FinishedAttempt attempt) {
        with(
                "update attempt set finished_at = ?, points_hundredths = ?, elapsed_millis = ?, marks_hundredths = ?"
                        + " where id = ?",
                statement -> {
                    statement.setObject(1, utc(attempt.finishedAt()));
                    statement.setLong(2, attempt.points().hundredths());
                    statement.setLong(3, attempt.elapsedMillis());
                    statement.setObject(
                            4,
                            attempt.marks().stream()
                                    .mapToInt(mark -> Math.toIntExact(mark.hundredths()))
                                    .toArray());
                    statement.setLong(5, attempt.id().value());
                    return statement.executeUpdate();
                });
    }

    /** By ordinal. */
    List<FinishedAttempt> finished(RoundId round, PersonId person) {
        return with(
                "select " + FINISHED_COLUMNS
                        + " from attempt where round_id = ? and person_id = ? and finished_at is not null order by ordinal",
                statement -> {
                    statement.setLong(1, round.value());
                    statement.setLong(2, person.value());
                    return finished(statement);
                });
    }

    /** The ordinal of an attempt of this person, for its result's address. */
    Optional<RoundOrdinal> place(AttemptId attempt, PersonId person) {
        return with("select round_id, ordinal from attempt where id = ? and person_id = ?", statement -> {
            statement.setLong(1, attempt.value());
            statement.setLong(2, person.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new RoundOrdinal(new RoundId(row.getLong(1)), row.getInt(2)))
                        : Optional.empty();
            }
        });
    }

    record RoundOrdinal(RoundId round, int ordinal) {}

    private interface Work<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    private <R> R with(String sql, Work<R> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Current> current(PreparedStatement statement) throws SQLException {
        var answers = new ArrayList<Current>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                answers.add(new Current(row.getLong(1), row.getInt(2), row.getInt(3), row.getString(4)));
            }
        }
        return answers;
    }

    private static List<OpenAttempt> open(PreparedStatement statement) throws SQLException {
        var attempts = new ArrayList<OpenAttempt>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                attempts.add(new OpenAttempt(
                        new AttemptId(row.getLong(1)),
                        new RoundId(row.getLong(2)),
                        new PersonId(row.getLong(3)),
                        row.getLong(4),
                        row.getInt(5),
                        row.getLong(6),
                        instant(row, 7),
                        instant(row, 8),
                        row.getObject(11) == null
                                ? null
                                : new Question(row.getInt(9), instant(row, 10), row.getInt(11))));
            }
        }
        return attempts;
    }

    private static List<FinishedAttempt> finished(PreparedStatement statement) throws SQLException {
        var attempts = new ArrayList<FinishedAttempt>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                attempts.add(new FinishedAttempt(
                        new AttemptId(row.getLong(1)),
                        new RoundId(row.getLong(2)),
                        new PersonId(row.getLong(3)),
                        row.getLong(4),
                        row.getInt(5),
                        row.getLong(6),
                        instant(row, 7),
                        instant(row, 8),
                        new Points(row.getLong(9)),
                        row.getLong(10),
                        marks(row.getArray(11))));
            }
        }
        return attempts;
    }

    private static List<Points> marks(Array array) throws SQLException {
        return Arrays.stream((Integer[]) array.getArray()).map(Points::new).toList();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
