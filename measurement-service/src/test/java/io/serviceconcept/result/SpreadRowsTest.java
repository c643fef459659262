package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.privacy.Days;
import io.serviceconcept.slices.Organisation;

/** What is withheld follows from what was answered, not from who counted it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SpreadRowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Slice NORTH = Slice.of(Dimension.LOCATION, "North");
    private static final Slice SOUTH = Slice.of(Dimension.LOCATION, "South");

    @Inject
    AgroalDataSource dataSource;

    private final IndicatorKey indicator = new IndicatorKey(Organisation.fresh().name(), "i");
    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }

    @Test
    void whatOneShardTookAwayFromAnotherIsNotCounted() throws SQLException {
        cell(NORTH, 8, 3, 0);
        cell(NORTH, 8, 2, 1);
        cell(NORTH, 6, 4, 0);
        cell(NORTH, 6, -1, 1);
        cell(SOUTH, 6, -2, 0);
        cell(SOUTH, 6, 2, 1);

        assertThat(n(NORTH)).isEqualTo(8);
        assertThat(n(SOUTH)).as("all of it was taken away").isZero();
    }

    private long n(Slice slice) {
        return new SpreadRows(connection, indicator).of(new Days(DAY.minusDays(1), DAY.plusDays(1)), Set.of(slice))
                .get(slice).n();
    }

    private void cell(Slice slice, int value, int n, int shard) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO result_cell (organisation, indicator, day, dimension, key, value, n, shard)
                    VALUES ('%s', 'i', '%s', '%s', '%s', %d, %d, %d)""".formatted(indicator.organisation(), DAY,
                    slice.dimension(), slice.key(), value, n, shard));
        }
    }
}
