package io.serviceconcept.benchmark;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;

/**
 * Axon Framework's storage engine itself, without its bus: one event, one statement, one transaction. The sequence number
 * is the expected version: its unique index refuses another.
 */
final class AxonAppends implements Callers.Operation {

    private final JdbcEventStorageEngine engine;
    private final List<OwnStreams> streams;
    private final Map<String, String> metadata;

    AxonAppends(DataSource dataSource, List<OwnStreams> streams) {
        JacksonSerializer json = JacksonSerializer.builder().objectMapper(EventTypes.json().copy()).build();
        PersistenceExceptionResolver errors = new JdbcSQLErrorCodesResolver();
        this.engine = JdbcEventStorageEngine.builder().connectionProvider(dataSource::getConnection)
                .transactionManager(NoTransactionManager.instance()).persistenceExceptionResolver(errors)
                .eventSerializer(json).snapshotSerializer(json).build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        this.streams = streams;
        Metadata ours = Events.context().metadata();
        this.metadata = Map.of("actor", ours.actor(), "correlationId", ours.correlationId().toString());
    }

    @Override
    public int run(int caller) {
        OwnStreams own = streams.get(caller);
        int stream = own.pick();
        engine.appendEvents(new GenericDomainEventMessage<>("Response", own.id(stream).name(), own.version(stream),
                Events.pooled(stream), metadata));
        own.appended(stream, 1);
        return 1;
    }
}
