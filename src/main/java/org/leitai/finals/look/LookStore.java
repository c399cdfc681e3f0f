package org.leitai.finals.look;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leitai.web.Shows;

/**
 * Looks in PostgreSQL.
 *
 * <pre>
 * match_look   match → lines, logo   replaced by staff   read when a page is opened
 * </pre>
 */
@ApplicationScoped
class LookStore {

    private static final int MOST_LISTED = 12;

    private final AgroalDataSource database;

    LookStore(AgroalDataSource database) {
        this.database = database;
    }

    Optional<Look> find(String match) {
        return with(
                "select credits, lineup, listed, logo_digest from match_look join final_match on id = match_id where code = ?",
                statement -> {
                    statement.setString(1, match);
                    ResultSet row = statement.executeQuery();
                    return row.next()
                            ? Optional.of(new Look(
                                    lines(row.getString(1)),
                                    lines(row.getString(2)),
                                    row.getBoolean(3),
                                    row.getString(4)))
                            : Optional.empty();
                });
    }

    Optional<Logo> logo(String match) {
        return with(
                "select logo, logo_digest from match_look join final_match on id = match_id where code = ? and logo_digest is not null",
                statement -> {
                    statement.setString(1, match);
                    ResultSet row = statement.executeQuery();
                    return row.next() ? Optional.of(new Logo(row.getBytes(1), row.getString(2))) : Optional.empty();
                });
    }

    /** @param logo null: as the look says, so the one that is there or none */
    void put(String match, Look look, Logo logo, Instant now) {
        with(
                "insert into match_look (match_id, credits, lineup, listed, logo, logo_digest, changed_at)"
                        + " select id, ?, ?, ?, ?, ?, ? from final_match where code = ?"
                        + " on conflict (match_id) do update set credits = excluded.credits, lineup = excluded.lineup,"
                        + " listed = excluded.listed, changed_at = excluded.changed_at,"
                        + " logo = case when excluded.logo_digest = match_look.logo_digest then match_look.logo"
                        + " else excluded.logo end, logo_digest = excluded.logo_digest",
                statement -> {
                    statement.setString(1, String.join("\n", look.credits()));
                    statement.setString(2, String.join("\n", look.lineup()));
                    statement.setBoolean(3, look.listed());
                    statement.setBytes(4, logo == null ? new byte[0] : logo.png());
                    statement.setString(5, look.logo());
                    statement.setObject(6, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                    statement.setString(7, match);
                    return statement.executeUpdate();
                });
    }

    /** Newest first. */
    List<Shows.Show> listed() {
        return with(
                "select code, title from final_match join match_look on match_id = id where listed order by id desc limit "
                        + MOST_LISTED,
                statement -> {
                    var shows = new ArrayList<Shows.Show>();
                    ResultSet row = statement.executeQuery();
                    while (row.next()) {
                        shows.add(new Shows.Show(row.getString(1), row.getString(2)));
                    }
                    return List.copyOf(shows);
                });
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
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
}
