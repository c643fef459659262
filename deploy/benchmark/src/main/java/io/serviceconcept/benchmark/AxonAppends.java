package io.serviceconcept.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.json.JacksonSerializer;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;

/** Axon Framework on JDBC. The sequence number is the expected version: its unique index refuses another. */
final class AxonAppends implements Callers.Operation {

    private final Appending appending;
    private final List<OwnStreams> streams;
    private final Map<String, String> metadata;

    private interface Appending {
        void append(DomainEventMessage<?> event);
    }

    private AxonAppends(Appending appending, List<OwnStreams> streams) {
        this.appending = appending;
        this.streams = streams;
        Metadata ours = Events.context().metadata();
        this.metadata = Map.of("actor", ours.actor(), "correlationId", ours.correlationId().toString());
    }

    /** Its event store as a command handler uses it: an event is published in a unit of work, which ends in a commit. */
    static AxonAppends inUnitsOfWork(DataSource dataSource, List<OwnStreams> streams) {
        createTables(dataSource);
        EventStore store = EmbeddedEventStore.builder()
                .storageEngine(engine(new UnitOfWorkAwareConnectionProviderWrapper(() -> transactional(dataSource)))).build();
        return new AxonAppends(event -> DefaultUnitOfWork.startAndGet(event).execute(() -> store.publish(event)), streams);
    }

    private static Connection transactional(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** What lies under it, called without it: one event, one statement that is its own transaction. */
    static AxonAppends ofEngineAlone(DataSource dataSource, List<OwnStreams> streams) {
        createTables(dataSource);
        JdbcEventStorageEngine engine = engine(dataSource::getConnection);
        return new AxonAppends(engine::appendEvents, streams);
    }

    private static JdbcEventStorageEngine engine(ConnectionProvider connections) {
        JacksonSerializer json = JacksonSerializer.builder().objectMapper(EventTypes.json().copy()).build();
        return JdbcEventStorageEngine.builder().connectionProvider(connections)
                .transactionManager(NoTransactionManager.instance())
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver()).eventSerializer(json)
                .snapshotSerializer(json).build();
    }

    private static void createTables(DataSource dataSource) {
        engine(dataSource::getConnection).createSchema(PostgresEventTableFactory.INSTANCE);
    }

    @Override
    public int run(int caller) {
        OwnStreams own = streams.get(caller);
        int stream = own.pick();
        appending.append(new GenericDomainEventMessage<>("Response", own.id(stream).name(), own.version(stream),
                Events.pooled(stream), metadata));
        own.appended(stream, 1);
        return 1;
    }
}
