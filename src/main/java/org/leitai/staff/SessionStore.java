package org.leitai.staff;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leitai.kernel.StaffId;

/**
 * The sessions' rows, one statement each: the look-up runs with every request below {@code /staff}.
 *
 * <pre>
 * table          key                       lifetime                       written by        read by
 * staff_session  SHA-256 of the cookie     12 h, or 2 h without a use     SignIn, Accounts  every staff request
 * </pre>
 */
@ApplicationScoped
class SessionStore {

    static final Duration IDLE = Duration.ofHours(2);
    static final Duration ABSOLUTE = Duration.ofHours(12);

    /** Noting each use would write with every request; a minute more or less of two hours does not matter. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final AgroalDataSource database;

    SessionStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Who has this session, with the roles of now, and whether the password must be changed first. */
    record Found(StaffMember member, boolean mustChange) {}

    void begin(byte[] tokenHash, StaffId account, Instant now) {
        run(
                "insert into staff_session (token_hash, account_id, created_at, last_seen_at, expires_at) values (?, ?, ?, ?, ?)",
                tokenHash,
                account.value(),
                at(now),
                at(now),
                at(now.plus(ABSOLUTE)));
    }

    Optional<Found> find(byte[] tokenHash, Instant now) {
        String sql = """
                select a.id, a.username, a.display_name, a.must_change, s.last_seen_at,
                       array(select role from staff_role r where r.account_id = a.id) as roles
                from staff_session s join staff_account a on a.id = s.account_id
                where s.token_hash = ? and s.expires_at > ? and s.last_seen_at > ? and a.enabled
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, tokenHash, at(now), at(now.minus(IDLE)));
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            if (instant(row, "last_seen_at").isBefore(now.minus(NOTED_EVERY))) {
                noteUse(connection, tokenHash, now);
            }
            return Optional.of(new Found(member(row), row.getBoolean("must_change")));
        } catch (SQLException e) {
            throw new IllegalStateException("the session could not be looked up", e);
        }
    }

    /** Whose sessions these are, by the hexadecimal hash of their tokens; those that have ended are missing. */
    Map<String, StaffMember> members(Collection<String> hashes, Instant now) {
        String sql = """
                select encode(s.token_hash, 'hex') as hash, a.id, a.username, a.display_name,
                       array(select role from staff_role r where r.account_id = a.id) as roles
                from staff_session s join staff_account a on a.id = s.account_id
                where s.token_hash = any(select decode(given, 'hex') from unnest(?::text[]) as given)
                  and s.expires_at > ? and s.last_seen_at > ? and a.enabled and not a.must_change
                """;
        String[] given = hashes.toArray(String[]::new);
        try (Connection connection = database.getConnection()) {
            noteUses(connection, given, now);
            try (PreparedStatement statement = prepare(connection, sql, given, at(now), at(now.minus(IDLE)));
                    ResultSet row = statement.executeQuery()) {
                var members = new HashMap<String, StaffMember>();
                while (row.next()) {
                    members.put(row.getString("hash"), member(row));
                }
                return members;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the sessions could not be looked up", e);
        }
    }

    /** Not those that were idle too long: a look does not bring them back. */
    private static void noteUses(Connection connection, String[] hashes, Instant now) throws SQLException {
        String sql = """
                update staff_session set last_seen_at = ?
                where token_hash = any(select decode(given, 'hex') from unnest(?::text[]) as given)
                  and last_seen_at < ? and last_seen_at > ?
                """;
        try (PreparedStatement statement =
                prepare(connection, sql, at(now), hashes, at(now.minus(NOTED_EVERY)), at(now.minus(IDLE)))) {
            statement.executeUpdate();
        }
    }

    void end(byte[] tokenHash) {
        run("delete from staff_session where token_hash = ?", (Object) tokenHash);
    }

    void endAll(StaffId account) {
        run("delete from staff_session where account_id = ?", account.value());
    }

    void sweep(Instant now) {
        run("delete from staff_session where expires_at <= ? or last_seen_at <= ?", at(now), at(now.minus(IDLE)));
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        String[] roles = (String[]) row.getArray("roles").getArray();
        return new StaffMember(
                new StaffId(row.getLong("id")),
                row.getString("username"),
                row.getString("display_name"),
                Set.of(roles));
    }

    private static void noteUse(Connection connection, byte[] tokenHash, Instant now) throws SQLException {
        String sql = "update staff_session set last_seen_at = ? where token_hash = ?";
        try (PreparedStatement statement = prepare(connection, sql, at(now), tokenHash)) {
            statement.executeUpdate();
        }
    }

    private void run(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the session could not be stored", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
