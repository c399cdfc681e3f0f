package org.leitai.report;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.leitai.contest.Round;
import org.leitai.kernel.Points;
import org.leitai.kernel.UnitId;

/**
 * The internal board, ranked by SQL; it writes nothing.
 *
 * <pre>
 * table     read for                          found by
 * standing  rank, points, time, attempts      (round_id, person_id), then sorted by the rule sheet's keys
 * person    name, phone, unit of each         id
 * </pre>
 */
@ApplicationScoped
class ResultStore {

    /** Rows that a cursor holds in memory while a workbook is written. */
    private static final int CURSOR_ROWS = 500;

    private static final String ROW =
            "rank, name, phone, unit, points_hundredths, elapsed_millis, finished_at, attempts";

    private final AgroalDataSource database;

    ResultStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes one row; what it throws ends the reading. */
    interface Sink {
        void take(ResultRow row) throws IOException;
    }

    List<ResultRow> page(Round round, long offset, int rows) {
        return with("select " + ROW + ranked(round) + " order by rank, person_id limit ? offset ?", statement -> {
            statement.setLong(1, round.id().value());
            statement.setInt(2, rows);
            statement.setLong(3, offset);
            return DeskStore.rows(statement, ResultStore::row);
        });
    }

    /** People of whose name this is a part, or whose phone ends with it; the best first, with their ranks among all. */
    List<ResultRow> search(Round round, String text, int most) {
        boolean digits = text.matches("\\d{3,11}");
        String condition = digits ? " where phone like ?" : " where name ilike ?";
        return with("select " + ROW + ranked(round) + condition + " order by rank, person_id limit ?", statement -> {
            statement.setLong(1, round.id().value());
            statement.setString(2, digits ? "%" + text : "%" + literally(text) + "%");
            statement.setInt(3, most);
            return DeskStore.rows(statement, ResultStore::row);
        });
    }

    /** Everybody, the best first, from one snapshot and in constant memory. */
    void forEach(Round round, Sink sink) throws IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false); // a cursor lives in a transaction
            try (PreparedStatement statement =
                    connection.prepareStatement("select " + ROW + ranked(round) + " order by rank, person_id")) {
                statement.setLong(1, round.id().value());
                statement.setFetchSize(CURSOR_ROWS);
                drain(statement, sink);
            } finally {
                connection.rollback(); // nothing was written
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void drain(PreparedStatement statement, Sink sink) throws SQLException, IOException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sink.take(row(row));
            }
        }
    }

    private static String ranked(Round round) {
        return " from (select rank() over (order by "
                + RankOrder.sql(round.sheet().ranking()) + ") as rank, s.*,"
                + " p.name, p.phone, p.unit from standing s join person p on p.id = s.person_id where s.round_id = ?) ranked";
    }

    /** {@code %}, {@code _} and {@code \} as people mean them. */
    private static String literally(String text) {
        return text.replaceAll("([%_\\\\])", "\\\\$1");
    }

    private static ResultRow row(ResultSet row) throws SQLException {
        return new ResultRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                new UnitId(row.getLong(4)),
                new Points(row.getLong(5)),
                row.getLong(6),
                DeskStore.instant(row, 7),
                row.getInt(8));
    }

    private <R> R with(String sql, DeskStore.Work<R> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
