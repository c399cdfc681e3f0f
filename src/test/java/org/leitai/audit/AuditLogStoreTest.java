package org.leitai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leitai.support.RealServers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AuditLogStoreTest {

    @Inject
    AuditLog log;

    @Inject
    AgroalDataSource database;

    /** Position of the first of the three entries that each test has at the end of the log. */
    private long first;

    @BeforeEach
    void threeEntries() {
        QuarkusTransaction.requiringNew().run(() -> {
            log.append("anna", "test.first", "a", "because", Map.of("z", 1, "a", List.of("x", "擂台")));
            log.append("ben", "test.second", null, null, null);
            log.append("anna", "test.third", "c", "again", Map.of());
        });
        first = log.size() - 2;
    }

    @Test
    void entriesComeBackNewestFirstAsTheyWereWritten() {
        List<AuditEntry> newest = log.entries(0, 3);
        assertThat(newest).extracting(AuditEntry::action).containsExactly("test.third", "test.second", "test.first");
        assertThat(newest.getLast().detail()).isEqualTo(Map.of("z", 1, "a", List.of("x", "擂台")));
        assertThat(newest.get(1).reason()).isEmpty();
    }

    @Test
    void anUntouchedChainIsIntact() {
        assertThat(log.verify())
                .isEqualTo(new ChainState.Intact(
                        first + 2, log.entries(0, 1).getFirst().hash()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set reason = 'never' where position = ?",
                "update audit_entry set actor = 'eve' where position = ?",
                "update audit_entry set detail = '{}' where position = ?",
                "update audit_entry set at = at + interval '1 microsecond' where position = ?",
                "update audit_entry set subject = 'abecause', reason = '' where position = ?",
                "update audit_entry set hash = sha256('forged') where position = ?",
                "delete from audit_entry where position = ?"
            })
    void aChangeInTheDatabaseIsFoundAtItsPosition(String change) {
        assertThat(stateAfter(change, first)).isEqualTo(new ChainState.Broken(first));
    }

    @Test
    void anEndThatWasCutOffIsFound() {
        assertThat(stateAfter("delete from audit_entry where position >= ?", first + 1))
                .isEqualTo(new ChainState.Broken(first + 1));
    }

    @Test
    void anEmptiedLogIsFound() {
        assertThat(stateAfter("delete from audit_entry where position > ?", 0)).isEqualTo(new ChainState.Broken(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set reason = 'never'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_head",
                "update audit_head set position = 0"
            })
    void theDatabaseRefusesEveryChange(String change) {
        assertThatThrownBy(() -> execute(change))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void appendingWithoutATransactionFails() {
        assertThatThrownBy(() -> log.append("anna", "test.alone", null, null, null))
                .hasMessageContaining("ransaction");
    }

    @Test
    void whatIsRolledBackLeavesNoEntryAndNoGap() {
        long before = log.size();
        QuarkusTransaction.begin();
        log.append("anna", "test.undone", null, null, null);
        QuarkusTransaction.rollback();
        assertThat(log.size()).isEqualTo(before);
        assertThat(log.verify()).isInstanceOf(ChainState.Intact.class);
    }

    @Test
    void appendsFromManyThreadsMakeOneChain() throws Exception {
        long before = log.size();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> appends = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> QuarkusTransaction.requiringNew()
                            .run(() -> log.append("anna", "test.burst", "" + i, null, null))))
                    .toList();
            for (Future<?> append : appends) {
                append.get();
            }
        }
        assertThat(log.verify()).isInstanceOfSatisfying(ChainState.Intact.class, intact -> assertThat(intact.entries())
                .isEqualTo(before + 40));
    }

    /** The state that a check finds after the change; the change itself is rolled back. */
    private ChainState stateAfter(String change, long position) {
        QuarkusTransaction.begin();
        try (var connection = database.getConnection();
                var guard = connection.prepareStatement("alter table audit_entry disable trigger all");
                var statement = connection.prepareStatement(change)) {
            guard.execute();
            statement.setLong(1, position);
            assertThat(statement.executeUpdate()).isPositive();
            return log.verify();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
