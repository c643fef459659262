package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.slices.Organisation;

/** A year of months of twenty slices, among those of many others, costs one statement that reads by index. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ReleasedPageTest {

    private static final int YEAR_OF_TWENTY = 12 * 20;

    @Inject
    AgroalDataSource dataSource;

    private final IndicatorKey indicator = new IndicatorKey(Organisation.fresh().name(), "i7");
    private final List<String> statements = new ArrayList<>();

    @BeforeEach
    void releaseMuch() throws SQLException {
        execute("""
                INSERT INTO released_result (organisation, indicator, period_kind, period_from, dimension, key,
                    definition_version, basis, state, n, figure, open, revision, released_at, sent_revision, instrument_break)
                SELECT '%1$s', 'i' || i, 'MONTH', date '2026-01-01' + make_interval(months => m), d, 'c' || c, 1, 'RESPONSES',
                       'RELEASED', 40, 8, false, 1, '2026-12-31T00:00:00Z', 1, m = 2
                FROM generate_series(1, 20) i, generate_series(0, 11) m, generate_series(1, 20) c,
                     unnest(array['CHANNEL', 'LOCATION', 'GROUP']) d;
                INSERT INTO released_result_log SELECT * FROM released_result WHERE organisation = '%1$s';
                INSERT INTO released_verdict (organisation, indicator, period_kind, period_from, concept, edition, objective,
                    dimension, key, verdict, provisional, revision, judged_at, sent_revision)
                SELECT organisation, indicator, period_kind, period_from, 'c', e, 'o' || key, dimension, key, 'MET', false, 1,
                       released_at, 1
                FROM released_result, generate_series(1, 2) e
                WHERE organisation = '%1$s' AND dimension = 'CHANNEL' AND (key = 'c3' OR indicator <> 'i7');
                INSERT INTO released_verdict_log SELECT * FROM released_verdict WHERE organisation = '%1$s';
                ANALYZE released_result; ANALYZE released_verdict; ANALYZE released_result_log; ANALYZE released_verdict_log
                """.formatted(indicator.organisation()));
    }

    @AfterEach
    void forget() throws SQLException {
        for (String table : List.of("released_result", "released_result_log", "released_verdict", "released_verdict_log")) {
            execute("DELETE FROM " + table + " WHERE organisation = '" + indicator.organisation() + "'");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aYearOfTwentySlicesIsOneStatementByIndex(boolean then) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<ResultView> page = ReleasedPageRows.read(watched(connection, false), indicator,
                    query(then ? Instant.parse("2027-01-01T00:00:00Z") : null, null));

            assertThat(page).hasSize(YEAR_OF_TWENTY);
            assertThat(statements).hasSize(1);
            assertThat(page.stream().filter(ResultView::instrumentBreak)).hasSize(20)
                    .allMatch(view -> view.period().from().equals(LocalDate.of(2026, 3, 1)));
            assertThat(page.stream().filter(view -> !view.verdicts().isEmpty())).hasSize(12)
                    .allMatch(view -> view.verdicts().size() == 2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void noTableIsReadThrough(boolean then) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            ReleasedPageRows.read(watched(connection, true), indicator,
                    query(then ? Instant.parse("2027-01-01T00:00:00Z") : null, null));
        }

        assertThat(String.join("\n", statements)).contains("released_result_pkey").contains("released_verdict_pkey")
                .doesNotContain("Seq Scan on released");
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void ofOneSliceNothingElseIsRead(boolean then) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<ResultView> series = ReleasedPageRows.read(connection, indicator,
                    query(then ? Instant.parse("2027-01-01T00:00:00Z") : null, "c3"));

            assertThat(series).hasSize(12).allMatch(view -> "c3".equals(view.slice().key()));
        }
    }

    private static ResultQuery query(@Nullable Instant asOf, @Nullable String key) {
        return new ResultQuery(PeriodKind.MONTH, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), Dimension.CHANNEL, key,
                asOf, new PageRequest(400, null));
    }

    /** A connection that notes what is prepared on it, or how the server goes about it. */
    private Connection watched(Connection connection, boolean explained) {
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
                (proxy, method, arguments) -> {
                    try {
                        if (method.getName().equals("prepareStatement")) {
                            statements.add((String) arguments[0]);
                        }
                        Object made = method.invoke(connection, arguments);
                        return explained && made instanceof PreparedStatement statement
                                ? explained(connection, (String) arguments[0], statement)
                                : made;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private PreparedStatement explained(Connection connection, String sql, PreparedStatement statement) throws SQLException {
        PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql);
        return (PreparedStatement) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { PreparedStatement.class }, (proxy, method, arguments) -> {
                    try {
                        if (method.getName().startsWith("set")) {
                            method.invoke(explain, arguments);
                        }
                        if (method.getName().equals("executeQuery")) {
                            try (explain; ResultSet plan = explain.executeQuery()) {
                                while (plan.next()) {
                                    statements.add(plan.getString(1));
                                }
                            }
                        }
                        return method.invoke(statement, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
