package io.serviceconcept.concepts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.eventsourcing.Subjects;

/** Keeps the editions that the concept service has published, which concepts are over, and who was erased. */
@ApplicationScoped
class ConceptHandler implements InboundHandler {

    private final EditionCopy editions;
    private final Subjects subjects;
    private final Instance<EditionReader> readers;

    ConceptHandler(EditionCopy editions, Subjects subjects, Instance<EditionReader> readers) {
        this.editions = editions;
        this.subjects = subjects;
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
            case "concept.retired.v1" -> {
                editions.retire(connection, event.organisation(), event.as(ConceptRetired.class));
                for (EditionReader reader : readers) {
                    reader.retired(connection, event);
                }
            }
            // from the ledger of erasures: whatever its subject has said here by now is gone, however late this is. Safe to
            // repeat, so a transaction of its own does no harm
            case "subject.erased.v1" -> subjects.reapply(List.of(event.as(Subjects.Erasure.class)));
            default -> {
                // drafts set no targets
            }
        }
    }
}
