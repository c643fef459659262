package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

class StartupGuardsTest {

    private final DataSource dataSource = TestDatabase.dataSource();

    @Test
    void aDatabaseThatKeepsItsPromisesIsAccepted() {
        assertThatCode(() -> StartupGuards.check(dataSource)).doesNotThrowAnyException();
    }

    @Test
    void aDatabaseThatWasRestoredIntoAYoungerClusterIsRefused() throws SQLException {
        execute("""
                insert into event values ('city', 'meter-of-the-future', 1, 1, '9000000000000', 0, 0, null, 'meter.read.v1',
                                          '{"value": 1}', '{}', gen_random_uuid(), now())
                """);
        try {
            assertThatThrownBy(() -> StartupGuards.check(dataSource)).hasMessageContaining("restored");
        } finally {
            execute("delete from event where stream = 'meter-of-the-future'");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
