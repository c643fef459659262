package io.serviceconcept.concepts;

import java.sql.Connection;
import java.sql.SQLException;

import io.serviceconcept.eventsourcing.InboundEvent;

/** Whoever derives something from editions as soon as they are adopted. */
public interface EditionReader {

    /**
     * Is called in the transaction that takes the edition in; the same edition may come again.
     *
     * @param event a {@code concept.edition-adopted.v1}
     */
    void adopted(Connection connection, InboundEvent event) throws SQLException;

    /**
     * As {@link #adopted}, when a concept is over.
     *
     * @param event a {@code concept.retired.v1}
     */
    default void retired(Connection connection, InboundEvent event) throws SQLException {
        // few ask what is over
    }
}
