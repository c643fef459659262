package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concepts.EditionReader;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.journeys.JourneyReader;

/** Has counted anew what an edition, the end of a concept or a journey bears on. */
@ApplicationScoped
class RecountReader implements EditionReader, JourneyReader {

    /** Since when an edition decides. */
    record TookForce(LocalDate inForceFrom) {
    }

    /** The last day on which an edition of a concept was in force. */
    record WasOver(LocalDate retiredOn) {
    }

    @Override
    public void adopted(Connection connection, InboundEvent event) throws SQLException {
        since(connection, event.organisation(), event.as(TookForce.class).inForceFrom());
    }

    @Override
    public void retired(Connection connection, InboundEvent event) throws SQLException {
        since(connection, event.organisation(), event.as(WasOver.class).retiredOn().plusDays(1));
    }

    private static void since(Connection connection, String organisation, LocalDate day) throws SQLException {
        RecountRows.add(connection, organisation, Recount.What.RESPONSES, day);
        RecountRows.add(connection, organisation, Recount.What.OBSERVATIONS, day);
    }

    @Override
    public void published(Connection connection, String organisation, String journey) throws SQLException {
        RecountRows.add(connection, organisation, journey);
    }
}
