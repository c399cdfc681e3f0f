package org.leitai.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class FirstAccountHttpTest {

    @Inject
    FirstAccount firstAccount;

    @Inject
    AgroalDataSource database;

    @Test
    void anEmptyDatabaseGetsOneAccountWhosePasswordIsOfferedOnce() throws Exception {
        emptyTheDatabase();
        firstAccount.openWhenThereIsNone(new StartupEvent());
        String password = firstAccount.passwordOnce().orElseThrow();
        assertThat(password).matches("([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}");
        assertThat(firstAccount.passwordOnce()).isEmpty();
        assertThat(StaffSession.signIn(FirstAccount.USERNAME, password)).isNotBlank();
    }

    @Test
    void aLaterStartChangesNothing() {
        firstAccount.passwordOnce();
        firstAccount.openWhenThereIsNone(new StartupEvent());
        assertThat(firstAccount.passwordOnce()).isEqualTo(Optional.empty());
    }

    private void emptyTheDatabase() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from staff_session");
            statement.executeUpdate("delete from staff_role");
            statement.executeUpdate("delete from staff_account");
        }
    }
}
