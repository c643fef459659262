package io.serviceconcept.concepts;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;

/** Keeps the editions that the concept service has published, and which concepts are over. */
@ApplicationScoped
class ConceptHandler implements InboundHandler {

    private final EditionCopy editions;

    ConceptHandler(EditionCopy editions) {
        this.editions = editions;
    }

    @Override
    public String source() {
        return "/concept-service";
    }

    @Override
    public void handle(Connection connection, InboundEvent event) throws SQLException {
        switch (event.type()) {
            case "concept.edition-adopted.v1" ->
                editions.add(connection, event.organisation(), event.as(EditionAdopted.class));
            case "concept.retired.v1" -> editions.retire(connection, event.organisation(), event.as(ConceptRetired.class));
            default -> {
                // drafts set no targets
            }
        }
    }
}
