package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.local.LocalPostgres;

/** Which failures are the database's, to be waited for, and which are those of a statement. */
class EventStoreUnavailableTest {

    @ParameterizedTest
    @ValueSource(strings = { "08000", "08001", "08003", "08004", "08006", "08P01", "25006", "25P03", "25P04", "28P01", "3D000",
            "40001", "40P01", "53000", "53100", "53200", "53300", "55P03", "57014", "57P01", "57P02", "57P03", "57P05", "58000",
            "58030" })
    void whatAServerSaysThatIsAwayFullOrBusyMayBeTriedAgain(String state) {
        assertThat(EventStoreUnavailable.isMeantBy(new SQLException("refused", state))).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "0", "08", "07006", "0A000", "22001", "23505", "24000", "25001", "25P02", "26000", "34000",
            "42P01", "42501", "53400", "54000", "55000", "55006", "58P01", "HV000", "P0001", "XX000", "XX001", "XX002" })
    void whatAStatementIsToBlameForIsNot(String state) {
        assertThat(EventStoreUnavailable.isMeantBy(new SQLException("refused", state))).isFalse();
    }

    @Test
    void whatSaysOfItselfThatItPassesMayBeTriedAgain() {
        assertThat(EventStoreUnavailable.isMeantBy(new SQLTransientConnectionException("refused"))).isTrue();
    }

    @Test
    void aPoolThatHasNoConnectionToGiveSaysSo() throws SQLException {
        LocalPostgres postgres = LocalPostgres.temporary("narrow");
        try (AgroalDataSource pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(narrow -> narrow.maxSize(1).acquisitionTimeout(Duration.ofMillis(200))
                        .connectionFactoryConfiguration(connection -> connection.jdbcUrl(postgres.jdbcUrl("narrow"))
                                .principal(new NamePrincipal("narrow"))
                                .credential(new SimplePassword(postgres.password("narrow"))))));
                Connection only = pool.getConnection()) {
            assertThat(only.isValid(1)).isTrue();
            SQLException none = catchThrowableOfType(SQLException.class, () -> pool.getConnection().close());

            assertThat(EventStoreUnavailable.isMeantBy(none)).as(none.toString()).isTrue();
        } finally {
            postgres.close();
        }
    }

    @Test
    void whoeverCannotConnectFindsTheDatabaseAway() throws IOException {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:" + closedPort() + "/nowhere");
        nowhere.setUser("nobody");

        EventStoreUnavailable away = catchThrowableOfType(EventStoreUnavailable.class, () -> Sql.call(nowhere, c -> 1));

        assertThat(EventStoreUnavailable.isMeantBy(away.getCause())).isTrue();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
