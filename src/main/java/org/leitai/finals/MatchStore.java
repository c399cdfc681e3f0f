package org.leitai.finals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Finals in PostgreSQL.
 *
 * <pre>
 * final_match     one row a match             written once           read by everybody
 * match_event     (match, version) → payload  append-only, chained   read when a room opens
 * match_owner     match → node, token, lease  by the owning node     checked by every append
 * </pre>
 */
@ApplicationScoped
public class MatchStore {

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final String COLUMNS =
            "select id, code, title, rules, teams, created_by, created_at from final_match";

    /** A statement on a connection that had died is said again on the next; longer the stage does not wait. */
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final AgroalDataSource database;
    private final AgroalDataSource stage;
    private final ObjectMapper json;

    /** @param stage connections on which nothing takes longer than two seconds; for all that a match does while it runs */
    MatchStore(AgroalDataSource database, @DataSource("finals") AgroalDataSource stage, ObjectMapper json) {
        this.database = database;
        this.stage = stage;
        this.json = json;
    }

    /** One event as it lies in the log. */
    public record StoredEvent(long version, String author, Instant at, String payload) {}

    /** What became of an append. */
    sealed interface AppendResult {

        /** @param version of the last event that was written */
        record Appended(long version) implements AppendResult {}

        /** Somebody was faster: the log stands at another version. */
        record Conflict(long version) implements AppendResult {}

        /** This node no longer owns the match. */
        record Fenced() implements AppendResult {}

        /** The hall runs the match on a server of its own. */
        record HandedOut() implements AppendResult {}
    }

    /** @return empty when the code is taken */
    @Transactional
    Optional<MatchId> create(String code, String title, String rules, List<String> teams, String author, Instant now) {
        return with(
                "insert into final_match (code, title, rules, teams, created_by, created_at)"
                        + " values (?, ?, ?, ?::json, ?, ?) on conflict (code) do nothing returning id",
                statement -> {
                    statement.setString(1, code);
                    statement.setString(2, title);
                    statement.setString(3, rules);
                    statement.setString(4, write(teams));
                    statement.setString(5, author);
                    statement.setObject(6, utc(now));
                    ResultSet row = statement.executeQuery();
                    return row.next() ? Optional.of(new MatchId(row.getLong(1))) : Optional.empty();
                });
    }

    Optional<StoredMatch> find(String code) {
        return with(COLUMNS + " where code = ?", statement -> {
            statement.setString(1, code);
            return matches(statement).stream().findFirst();
        });
    }

    /** Newest first. */
    List<StoredMatch> all() {
        return with(COLUMNS + " order by id desc", this::matches);
    }

    /** The log behind a version, oldest first. */
    public List<StoredEvent> events(MatchId match, long after) {
        return onStage(
                "select version, author, at, payload from match_event where match_id = ? and version > ? order by"
                        + " version",
                statement -> {
                    statement.setLong(1, match.value());
                    statement.setLong(2, after);
                    var events = new ArrayList<StoredEvent>();
                    ResultSet row = statement.executeQuery();
                    while (row.next()) {
                        events.add(
                                new StoredEvent(row.getLong(1), row.getString(2), instant(row, 3), row.getString(4)));
                    }
                    return events;
                });
    }

    /**
     * Writes events behind the expected version, all or none, if the token is still the owner's: both are checked under the lock
     * of the owner's row, which a take-over also needs.
     *
     * @throws IllegalStateException when the database does not answer; the events may be in the log nevertheless
     */
    AppendResult append(
            MatchId match, long expectedVersion, long token, String author, Instant at, List<String> payloads) {
        boolean[] committing = new boolean[1];
        return again(
                () -> {
                    try (var connection = stage.getConnection()) {
                        connection.setAutoCommit(false);
                        AppendResult result = write(connection, match, expectedVersion, token, author, at, payloads);
                        if (result instanceof AppendResult.Appended) {
                            committing[0] = true;
                            connection.commit();
                        } else {
                            connection.rollback();
                        }
                        return result;
                    }
                },
                () -> !committing[0]);
    }

    private static AppendResult write(
            Connection connection,
            MatchId match,
            long expectedVersion,
            long token,
            String author,
            Instant at,
            List<String> payloads)
            throws SQLException {
        if (!ownerToken(connection, match).equals(OptionalLong.of(token))) {
            return new AppendResult.Fenced();
        }
        if (isHandedOut(connection, match)) {
            return new AppendResult.HandedOut();
        }
        Head last = head(connection, match);
        if (last.version() != expectedVersion) {
            return new AppendResult.Conflict(last.version());
        }
        try (var statement = connection.prepareStatement(
                "insert into match_event (match_id, version, author, at, payload, previous_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")) {
            for (String payload : payloads) {
                last = add(statement, match, last, author, at, payload);
            }
            statement.executeBatch();
        }
        return new AppendResult.Appended(expectedVersion + payloads.size());
    }

    /**
     * Takes a match over if nobody else holds it. Tokens follow the clock, so that they rise even over a database that was set up anew: what
     * was published under an old token counts as old.
     *
     * @return the fencing token, higher than any before; empty while another node's lease runs
     */
    OptionalLong takeOver(MatchId match, String node, Duration lease) {
        return onStage(
                "insert into match_owner (match_id, node, token, lease_until)"
                        + " values (?, ?, floor(extract(epoch from clock_timestamp()) * 1000),"
                        + " clock_timestamp() + ? * interval '1 millisecond')"
                        + " on conflict (match_id) do update set node = excluded.node,"
                        + " token = greatest(match_owner.token + 1, excluded.token), lease_until = excluded.lease_until"
                        + " where match_owner.lease_until < clock_timestamp() or match_owner.node = excluded.node"
                        + " returning token",
                statement -> {
                    statement.setLong(1, match.value());
                    statement.setString(2, node);
                    statement.setLong(3, lease.toMillis());
                    return number(statement);
                });
    }

    /** The node whose lease runs. */
    Optional<String> owner(MatchId match) {
        return onStage(
                "select node from match_owner where match_id = ? and lease_until >= clock_timestamp()", statement -> {
                    statement.setLong(1, match.value());
                    ResultSet row = statement.executeQuery();
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                });
    }

    /** @return false when the match has another owner by now */
    boolean renew(MatchId match, long token, Duration lease) {
        return onStage(
                "update match_owner set lease_until = clock_timestamp() + ? * interval '1 millisecond'"
                        + " where match_id = ? and token = ?",
                statement -> {
                    statement.setLong(1, lease.toMillis());
                    statement.setLong(2, match.value());
                    statement.setLong(3, token);
                    return statement.executeUpdate() == 1;
                });
    }

    /** The lease ends now, so that another node need not wait for it. */
    void giveUp(MatchId match, long token) {
        renew(match, token, Duration.ofMillis(-1));
    }

    /** Whether every hash follows from the one before. */
    boolean isIntact(MatchId match) {
        return with(
                "select version, author, at, payload, previous_hash, hash from match_event where match_id = ?"
                        + " order by version",
                statement -> {
                    statement.setLong(1, match.value());
                    Head last = Head.START;
                    ResultSet row = statement.executeQuery();
                    while (row.next()) {
                        Head next = last.next(row.getString(2), instant(row, 3), row.getString(4));
                        if (row.getLong(1) != next.version() || !next.has(row.getBytes(6))) {
                            return false;
                        }
                        last = next;
                    }
                    return true;
                });
    }

    private static OptionalLong ownerToken(Connection connection, MatchId match) throws SQLException {
        try (var statement =
                connection.prepareStatement("select token from match_owner where match_id = ? for update")) {
            statement.setLong(1, match.value());
            return number(statement);
        }
    }

    /** Read under the lock of the owner's row, which a hand-over needs too. */
    private static boolean isHandedOut(Connection connection, MatchId match) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select 1 from match_handout where match_id = ? and returned_at is null and taken_back_at is null")) {
            statement.setLong(1, match.value());
            return number(statement).isPresent();
        }
    }

    private static Head head(Connection connection, MatchId match) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select version, hash from match_event where match_id = ? order by version desc limit 1")) {
            statement.setLong(1, match.value());
            ResultSet row = statement.executeQuery();
            return row.next() ? new Head(row.getLong(1), row.getBytes(2)) : Head.START;
        }
    }

    private static Head add(
            PreparedStatement statement, MatchId match, Head last, String author, Instant at, String payload)
            throws SQLException {
        Head next = last.next(author, at, payload);
        statement.setLong(1, match.value());
        statement.setLong(2, next.version());
        statement.setString(3, author);
        statement.setObject(4, utc(at));
        statement.setString(5, payload);
        statement.setBytes(6, last.hash());
        statement.setBytes(7, next.hash());
        statement.addBatch();
        return next;
    }

    private List<StoredMatch> matches(PreparedStatement statement) throws SQLException {
        var matches = new ArrayList<StoredMatch>();
        ResultSet row = statement.executeQuery();
        while (row.next()) {
            matches.add(new StoredMatch(
                    new MatchId(row.getLong(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    read(row.getString(5), NAMES),
                    row.getString(6),
                    instant(row, 7)));
        }
        return matches;
    }

    private interface Work<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    private interface Attempt<R> {
        R make() throws SQLException;
    }

    private static OptionalLong number(PreparedStatement statement) throws SQLException {
        ResultSet row = statement.executeQuery();
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    }

    private <R> R with(String sql, Work<R> work) {
        try {
            return on(database, sql, work);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A statement that does no harm when it is executed twice. */
    private <R> R onStage(String sql, Work<R> work) {
        return again(() -> on(stage, sql, work), () -> true);
    }

    private static <R> R on(AgroalDataSource source, String sql, Work<R> work) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        }
    }

    /** After a restart of the database every connection of the pool fails once. */
    private static <R> R again(Attempt<R> attempt, BooleanSupplier mayRepeat) {
        long startedNanos = System.nanoTime();
        while (true) {
            try {
                return attempt.make();
            } catch (SQLException e) {
                if (!isGone(e) || !mayRepeat.getAsBoolean() || System.nanoTime() - startedNanos > AGAIN_NANOS) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** The connection was lost, or the server ended it (classes 08 and 57P of PostgreSQL's error codes), not merely refused a new one. */
    private static boolean isGone(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("08") && !state.equals("08001") && !state.equals("08004") || state.startsWith("57P0");
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what this column holds: " + text, e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
