package org.leitai.finals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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

    private final AgroalDataSource database;
    private final ObjectMapper json;

    MatchStore(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
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
        return with(
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
     */
    @Transactional
    AppendResult append(
            MatchId match, long expectedVersion, long token, String author, Instant at, List<String> payloads) {
        if (!ownerToken(match).equals(OptionalLong.of(token))) {
            return new AppendResult.Fenced();
        }
        if (isHandedOut(match)) {
            return new AppendResult.HandedOut();
        }
        Head head = head(match);
        if (head.version() != expectedVersion) {
            return new AppendResult.Conflict(head.version());
        }
        with(
                "insert into match_event (match_id, version, author, at, payload, previous_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                statement -> {
                    Head last = head;
                    for (String payload : payloads) {
                        last = add(statement, match, last, author, at, payload);
                    }
                    return statement.executeBatch();
                });
        return new AppendResult.Appended(expectedVersion + payloads.size());
    }

    /**
     * Takes a match over if nobody holds it.
     *
     * @return the fencing token, higher than any before; empty while another lease runs
     */
    OptionalLong takeOver(MatchId match, String node, Duration lease) {
        return number(
                "insert into match_owner (match_id, node, token, lease_until)"
                        + " values (?, ?, 1, clock_timestamp() + ? * interval '1 millisecond')"
                        + " on conflict (match_id) do update set node = excluded.node, token = match_owner.token + 1,"
                        + " lease_until = excluded.lease_until where match_owner.lease_until < clock_timestamp()"
                        + " returning token",
                statement -> {
                    statement.setLong(1, match.value());
                    statement.setString(2, node);
                    statement.setLong(3, lease.toMillis());
                });
    }

    /** @return false when the match has another owner by now */
    boolean renew(MatchId match, long token, Duration lease) {
        return with(
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

    private OptionalLong ownerToken(MatchId match) {
        return number(
                "select token from match_owner where match_id = ? for update",
                statement -> statement.setLong(1, match.value()));
    }

    /** Read under the lock of the owner's row, which a hand-over needs too. */
    private boolean isHandedOut(MatchId match) {
        return number(
                        "select 1 from match_handout where match_id = ? and returned_at is null and taken_back_at is null",
                        statement -> statement.setLong(1, match.value()))
                .isPresent();
    }

    private Head head(MatchId match) {
        return with(
                "select version, hash from match_event where match_id = ? order by version desc limit 1", statement -> {
                    statement.setLong(1, match.value());
                    ResultSet row = statement.executeQuery();
                    return row.next() ? new Head(row.getLong(1), row.getBytes(2)) : Head.START;
                });
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

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private OptionalLong number(String sql, Binding binding) {
        return with(sql, statement -> {
            binding.to(statement);
            ResultSet row = statement.executeQuery();
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        });
    }

    private <R> R with(String sql, Work<R> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
