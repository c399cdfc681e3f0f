package org.leitai.finals.log;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leitai.finals.MatchId;
import org.leitai.kernel.Points;

/**
 * What was kept on paper, in PostgreSQL.
 *
 * <pre>
 * match_paper  (id) one line of paper   typed in by one person, never changed but for being dropped   confirmed in the match's log
 * </pre>
 */
@ApplicationScoped
class PaperStore {

    private static final String LINES =
            "select id, team, segment, question, points_hundredths, reason, entered_by, entered_at"
                    + " from match_paper where match_id = ? and dropped_at is null";

    private final AgroalDataSource database;

    PaperStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Oldest first, without those that were dropped. */
    List<PaperLine> lines(MatchId match) {
        return with(LINES + " order by id", statement -> {
            statement.setLong(1, match.value());
            return lines(statement);
        });
    }

    /** A line that this person may confirm: somebody else's. */
    Optional<PaperLine> forSecond(MatchId match, long id, String second) {
        return with(LINES + " and id = ? and entered_by <> ?", statement -> {
            statement.setLong(1, match.value());
            statement.setLong(2, id);
            statement.setString(3, second);
            return lines(statement).stream().findFirst();
        });
    }

    /** @param line its number does not count */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(MatchId match, PaperLine line) {
        with(
                "insert into match_paper (match_id, team, segment, question, points_hundredths, reason, entered_by, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                statement -> {
                    statement.setLong(1, match.value());
                    statement.setInt(2, line.team());
                    statement.setInt(3, line.segment());
                    statement.setObject(4, line.question());
                    statement.setLong(5, line.points().hundredths());
                    statement.setString(6, line.reason());
                    statement.setString(7, line.enteredBy());
                    statement.setObject(8, utc(line.enteredAt()));
                    return statement.executeUpdate();
                });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    boolean drop(MatchId match, long id, String by, Instant at) {
        return with(
                "update match_paper set dropped_by = ?, dropped_at = ? where match_id = ? and id = ? and dropped_at is null",
                statement -> {
                    statement.setString(1, by);
                    statement.setObject(2, utc(at));
                    statement.setLong(3, match.value());
                    statement.setLong(4, id);
                    return statement.executeUpdate() == 1;
                });
    }

    private static List<PaperLine> lines(PreparedStatement statement) throws SQLException {
        var lines = new ArrayList<PaperLine>();
        ResultSet row = statement.executeQuery();
        while (row.next()) {
            lines.add(new PaperLine(
                    row.getLong(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getObject(4, Integer.class),
                    new Points(row.getLong(5)),
                    row.getString(6),
                    row.getString(7),
                    row.getObject(8, OffsetDateTime.class).toInstant()));
        }
        return lines;
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
