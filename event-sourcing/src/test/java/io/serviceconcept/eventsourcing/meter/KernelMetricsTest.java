package io.serviceconcept.eventsourcing.meter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** Figures are right or absent, and each for itself. */
@QuarkusTest
@WithTestResource(RealParts.class)
class KernelMetricsTest {

    private static final String PARKED = "inbox_parked_records{source=\"/gas-service\"}";
    private static final String HORIZON = "event_store_horizon_transactions ";
    private static final String AGE = "event_store_sample_age_seconds ";

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    @Inject
    AgroalDataSource dataSource;

    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()
                    && String.valueOf(entry.getLoggerName()).endsWith(".Sampler")) {
                warnings.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @Test
    void whatCannotBeLookedUpIsAbsentAndTheOthersGoOn() throws SQLException {
        await().until(() -> metrics().contains(PARKED));
        Logger.getLogger("").addHandler(log);
        execute("alter table inbox_parked rename to inbox_parked_away");
        try {
            await().until(() -> !metrics().contains("inbox_parked_records{") && age() > 1);
            assertThat(metrics()).contains(HORIZON, "projection_lag_seconds{", "relay_lag_seconds{",
                    "reader_standing_still{").doesNotContain("inbox_halted_streams{");
            assertThat(warnings).as("said once").hasSize(1);
        } finally {
            execute("alter table inbox_parked_away rename to inbox_parked");
            Logger.getLogger("").removeHandler(log);
        }
        await().until(() -> metrics().contains(PARKED) && age() < 1);
    }

    private static double age() {
        return metrics().lines().filter(line -> line.startsWith(AGE)).mapToDouble(
                line -> Double.parseDouble(line.substring(AGE.length()))).findFirst().orElseThrow();
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
