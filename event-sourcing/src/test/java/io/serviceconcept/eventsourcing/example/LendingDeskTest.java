package io.serviceconcept.eventsourcing.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.example.LoanDecider.Command;
import io.serviceconcept.eventsourcing.example.LoanDecider.Rejection;
import io.serviceconcept.eventsourcing.example.LoanEvent.Lent;
import io.serviceconcept.eventsourcing.example.LoanEvent.Returned;
import io.serviceconcept.eventsourcing.internal.PostgresEventStore;
import io.serviceconcept.eventsourcing.internal.Readers;
import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.local.LocalPostgres;

/** The example from the rule to the table, on a real PostgreSQL. In a service the beans do what is put together here. */
class LendingDeskTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalPostgres POSTGRES = LocalPostgres.temporary("desk");

    private final DataSource dataSource = dataSource();
    private final Signal signal = new Signal();
    private final EventStore store = new PostgresEventStore(dataSource, LoanEvent.TYPES, type -> false, List.of(),
            () -> false, signal);
    private final StreamId atlas = StreamId.of("library", "loan", UUID.randomUUID().toString());
    private final CommandContext context = new CommandContext("library",
            new Metadata("ann", UUID.randomUUID(), null, null), null);

    @AfterAll
    static void stop() {
        POSTGRES.close();
    }

    @Test
    void whatIsOutIsNotLentAgain() {
        DeciderSpec.of(new LoanDecider())
                .given(new Lent("card 17", TODAY.plusWeeks(3)))
                .when(new Command.Lend("card 4", TODAY))
                .thenRejected(new Rejection.LentAlready(TODAY.plusWeeks(3)));
    }

    @Test
    void whatIsReturnedIsOnTheShelf() {
        DeciderSpec.of(new LoanDecider())
                .given(new Lent("card 17", TODAY.plusWeeks(3)), new Returned(TODAY))
                .when(new Command.Lend("card 4", TODAY))
                .then(new Lent("card 4", TODAY.plusWeeks(3)));
    }

    @Test
    void fromACommandToATable() throws SQLException {
        CommandHandler<Command, Loan, LoanEvent, Rejection> loans = new CommandHandler<>(store, new LoanDecider(),
                LoanEvent.class);

        Handled<Loan, LoanEvent, Rejection> lent = loans.handle(context, atlas, new Command.Lend("card 17", TODAY));
        Handled<Loan, LoanEvent, Rejection> refused = loans.handle(context, atlas, new Command.Lend("card 4", TODAY));
        loans.handle(context, atlas, new Command.TakeBack(TODAY.plusDays(3)));

        assertThat(lent).isEqualTo(new Handled.Done<>(new Loan.Out(TODAY.plusWeeks(3)), 1,
                List.of(new Lent("card 17", TODAY.plusWeeks(3)))));
        assertThat(refused).isEqualTo(new Handled.Rejected<>(new Rejection.LentAlready(TODAY.plusWeeks(3))));
        assertThat(loans.load(atlas).state()).isEqualTo(new Loan.OnTheShelf());
        assertThat(loans.load(atlas, new AsOf.Version(1)).state()).isEqualTo(new Loan.Out(TODAY.plusWeeks(3)));

        try (Readers readers = new Readers(dataSource, store, signal, Duration.ofSeconds(5), Duration.ofMillis(50))) {
            readers.project(new ItemsOutProjection());
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(itemsOut()).isZero());
            loans.handle(context, atlas, new Command.Lend("card 4", TODAY.plusDays(4)));
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(itemsOut()).isEqualTo(1));
        }
    }

    private static DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(POSTGRES.jdbcUrl("desk"));
        dataSource.setUser("desk");
        dataSource.setPassword(POSTGRES.password("desk"));
        Flyway.configure().dataSource(dataSource).locations("db/kernel", "db/example").load().migrate();
        return dataSource;
    }

    private int itemsOut() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from item_out")) {
            count.next();
            return count.getInt(1);
        }
    }
}
