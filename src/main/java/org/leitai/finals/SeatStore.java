package org.leitai.finals;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seats in PostgreSQL.
 *
 * <pre>
 * match_seat   one row a code given out   written by staff, redeemed once, admitted, revoked by staff   read with each handshake
 * </pre>
 */
@ApplicationScoped
class SeatStore {

    private final AgroalDataSource database;

    SeatStore(AgroalDataSource database) {
        this.database = database;
    }

    void issue(MatchId match, int team, byte[] codeHash, String author, Instant now) {
        with(
                "insert into match_seat (match_id, team, code_hash, issued_by, issued_at) values (?, ?, ?, ?, ?)",
                statement -> {
                    statement.setLong(1, match.value());
                    statement.setInt(2, team);
                    statement.setBytes(3, codeHash);
                    statement.setString(4, author);
                    statement.setObject(5, utc(now));
                    return statement.executeUpdate();
                });
    }

    /** Every code and device that the team has had so far is good for nothing from now on. */
    void revoke(MatchId match, int team, Instant now) {
        with(
                "update match_seat set revoked_at = ? where match_id = ? and team = ? and revoked_at is null",
                statement -> {
                    statement.setObject(1, utc(now));
                    statement.setLong(2, match.value());
                    statement.setInt(3, team);
                    return statement.executeUpdate();
                });
    }

    /** The seat that the code stands for, once; of two devices at once one gets it. The first of a team is in, another waits. */
    Optional<Seat> redeem(byte[] codeHash, Instant now) {
        return with(
                "update match_seat s set taken_at = ?, admitted_at = case when exists (select 1 from match_seat o"
                        + " where o.match_id = s.match_id and o.team = s.team and o.admitted_at is not null"
                        + " and o.revoked_at is null) then null else ?::timestamptz end from final_match m where m.id = s.match_id and s.code_hash = ?"
                        + " and s.taken_at is null and s.revoked_at is null returning s.id, m.code, s.team",
                statement -> {
                    statement.setObject(1, utc(now));
                    statement.setObject(2, utc(now));
                    statement.setBytes(3, codeHash);
                    ResultSet row = statement.executeQuery();
                    return row.next()
                            ? Optional.of(new Seat(row.getLong(1), row.getString(2), row.getInt(3)))
                            : Optional.empty();
                });
    }

    SeatStanding standing(long id) {
        return with(
                "select admitted_at is not null, revoked_at is not null from match_seat where id = ?", statement -> {
                    statement.setLong(1, id);
                    ResultSet row = statement.executeQuery();
                    if (!row.next() || row.getBoolean(2)) {
                        return SeatStanding.GONE;
                    }
                    return row.getBoolean(1) ? SeatStanding.IN : SeatStanding.WAITING;
                });
    }

    /** Lets a waiting device in. */
    void admit(MatchId match, long id, Instant now) {
        with(
                "update match_seat set admitted_at = ? where match_id = ? and id = ? and admitted_at is null"
                        + " and taken_at is not null and revoked_at is null",
                statement -> {
                    statement.setObject(1, utc(now));
                    statement.setLong(2, match.value());
                    statement.setLong(3, id);
                    return statement.executeUpdate();
                });
    }

    /** Takes one device's seat away; returns whether it had one. */
    boolean revokeOne(MatchId match, long id, Instant now) {
        return with(
                "update match_seat set revoked_at = ? where match_id = ? and id = ? and revoked_at is null",
                statement -> {
                    statement.setObject(1, utc(now));
                    statement.setLong(2, match.value());
                    statement.setLong(3, id);
                    return statement.executeUpdate() == 1;
                });
    }

    /** The team's devices that are in, but for one. */
    List<Long> others(MatchId match, int team, long but) {
        return with(
                "select id from match_seat where match_id = ? and team = ? and id <> ? and admitted_at is not null"
                        + " and revoked_at is null",
                statement -> {
                    statement.setLong(1, match.value());
                    statement.setInt(2, team);
                    statement.setLong(3, but);
                    var ids = new ArrayList<Long>();
                    ResultSet row = statement.executeQuery();
                    while (row.next()) {
                        ids.add(row.getLong(1));
                    }
                    return ids;
                });
    }

    /** The team of a device that is not gone; empty: no such device in the match. */
    Optional<Integer> team(MatchId match, long id) {
        return with(
                "select team from match_seat where match_id = ? and id = ? and taken_at is not null and revoked_at is null",
                statement -> {
                    statement.setLong(1, match.value());
                    statement.setLong(2, id);
                    ResultSet row = statement.executeQuery();
                    return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
                });
    }

    /** Team → how many devices are bound to it now. */
    Map<Integer, Integer> devices(MatchId match) {
        return with(
                "select team, count(*) from match_seat where match_id = ? and admitted_at is not null"
                        + " and revoked_at is null group by team",
                statement -> {
                    statement.setLong(1, match.value());
                    var devices = new HashMap<Integer, Integer>();
                    ResultSet row = statement.executeQuery();
                    while (row.next()) {
                        devices.put(row.getInt(1), row.getInt(2));
                    }
                    return devices;
                });
    }

    private interface Work<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    private <R> R with(String sql, Work<R> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
