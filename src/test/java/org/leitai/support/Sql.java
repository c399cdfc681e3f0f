package org.leitai.support;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What stands in the database, asked behind the application's back. */
@Singleton
public class Sql {

    private final AgroalDataSource database;

    Sql(AgroalDataSource database) {
        this.database = database;
    }

    private interface Work<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    /** The cells of each row as text, with a bar between them. */
    public List<String> rows(String sql, Object... arguments) {
        return with(sql, arguments, statement -> {
            var rows = new ArrayList<String>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(text(row));
                }
            }
            return rows;
        });
    }

    public long number(String sql, Object... arguments) {
        return Long.parseLong(rows(sql, arguments).getFirst());
    }

    public int update(String sql, Object... arguments) {
        return with(sql, arguments, PreparedStatement::executeUpdate);
    }

    private <R> R with(String sql, Object[] arguments, Work<R> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return work.on(statement);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static String text(ResultSet row) throws SQLException {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            cells.add(row.getString(i));
        }
        return String.join("|", cells.stream().map(String::valueOf).toList());
    }
}
