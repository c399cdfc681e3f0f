package org.leitai.finals.library;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules of finals in PostgreSQL.
 *
 * <pre>
 * final_rules  (set, version) → YAML  append-only  written by the form  read by the list and by who makes a final
 * </pre>
 */
@ApplicationScoped
class RuleSetStore {

    private static final String LATEST =
            "select distinct on (set_id) set_id, version, title, rules, saved_by, saved_at" + " from final_rules";

    private final AgroalDataSource database;

    RuleSetStore(AgroalDataSource database) {
        this.database = database;
    }

    /** The newest first. */
    List<RuleSet> all() {
        return with(
                "select * from (" + LATEST + " order by set_id, version desc) latest order by saved_at desc",
                this::read);
    }

    Optional<RuleSet> find(long id) {
        return with(LATEST + " where set_id = ? order by set_id, version desc", statement -> {
            statement.setLong(1, id);
            return read(statement).stream().findFirst();
        });
    }

    long newId() {
        return with("select nextval('final_rules_set')", statement -> {
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        });
    }

    /** @return false when the version is there already: somebody else was faster */
    boolean append(RuleSet set) {
        return with(
                "insert into final_rules (set_id, version, title, rules, saved_by, saved_at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                statement -> {
                    statement.setLong(1, set.id());
                    statement.setInt(2, set.version());
                    statement.setString(3, set.title());
                    statement.setString(4, set.yaml());
                    statement.setString(5, set.savedBy());
                    statement.setObject(6, OffsetDateTime.ofInstant(set.savedAt(), ZoneOffset.UTC));
                    return statement.executeUpdate() == 1;
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

    private List<RuleSet> read(PreparedStatement statement) throws SQLException {
        var sets = new ArrayList<RuleSet>();
        ResultSet row = statement.executeQuery();
        while (row.next()) {
            sets.add(new RuleSet(
                    row.getLong(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, OffsetDateTime.class).toInstant()));
        }
        return sets;
    }
}
