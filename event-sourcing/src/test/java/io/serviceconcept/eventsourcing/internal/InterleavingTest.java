package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.postgresql.ds.PGSimpleDataSource;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.testing.HistoryChecker;
import io.serviceconcept.eventsourcing.testing.Readings;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Any interleaving of appends, creations, open transactions and readers: the history is sound, no reader passes what an
 * open transaction could still precede, and what is replayed equals what was written inline.
 */
class InterleavingTest {

    private static final int TRIES = 60;
    private static final AgroalDataSource POOL = pool();
    private static Position end = Position.START;

    private static AgroalDataSource pool() {
        PGSimpleDataSource one = (PGSimpleDataSource) TestDatabase.dataSource();
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool
                    .maxSize(50).acquisitionTimeout(Duration.ofSeconds(30)).connectionFactoryConfiguration(factory -> factory
                            // a program may hold a transaction for as long as this machine takes
                            .jdbcUrl(one.getUrl() + "&options=-c%20transaction_timeout=0")
                            .principal(new NamePrincipal(one.getUser())).credential(new SimplePassword(one.getPassword())))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeContainer
    static void createTables() throws SQLException {
        try (Connection connection = POOL.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists foreign_write (n int)");
            statement.execute("drop table if exists totals");
            statement.execute(InlineTotals.TABLE);
        }
    }

    @AfterContainer
    static void close() {
        POOL.close();
    }

    @Provide
    Arbitrary<List<Step>> programs() {
        return Step.programs();
    }

    @Property(tries = TRIES)
    void everyHistoryIsSoundAndNothingOpenIsPassed(@ForAll("programs") List<Step> program) throws Exception {
        HistoryChecker.verify(new Interleaving(POOL, endOfLog()).run(program).history());
    }

    @Property(tries = TRIES)
    void replayEqualsInline(@ForAll("programs") List<Step> program) throws Exception {
        Interleaving run = new Interleaving(POOL, endOfLog()).run(program);
        run.history();
        run.assertReplayEqualsInline();
    }

    /** Where the tries before this one ended, so that each reads its own events only. */
    private static Position endOfLog() {
        EventStore store = new PostgresEventStore(POOL, Readings.TYPES, type -> false, List.of(), () -> false, new Signal());
        List<RecordedEvent> page = store.readAfter(end, Slots.ALL, 10_000);
        while (!page.isEmpty()) {
            end = page.getLast().position();
            page = store.readAfter(end, Slots.ALL, 10_000);
        }
        return end;
    }
}
