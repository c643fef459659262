package io.serviceconcept.concepts;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;

/** Keeps the editions that the concept service has published, and which concepts are over. */
@ApplicationScoped
class ConceptHandler implements InboundHandler {

    private final EditionCopy editions;
    private final Instance<EditionReader> readers;

    ConceptHandler(EditionCopy editions, Instance<EditionReader> readers) {
        this.editions = editions;
        this.readers = readers;
    }

    @Override
    public String source() {
        return "/concept-service";
    }

    @Override
    public void handle(Connection connection, InboundEvent event) throws SQLException {
        switch (event.type()) {
            case "concept.edition-adopted.v1" -> {
                editions.add(connection, event.organisation(), event.as(EditionAdopted.class));
                for (EditionReader reader : readers) {
                    reader.adopted(connection, event);
                }
            }
            case "concept.retired.v1" -> editions.retire(connection, event.organisation(), event.as(ConceptRetired.class));
            default -> {
                // drafts set no targets
            }
        }
    }
}
