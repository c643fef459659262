package io.serviceconcept.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;

/** What a service does with a record of another: write its local copy, in the inbox's transaction. */
@FunctionalInterface
public interface InboundHandler {

    /**
     * Unknown types are ignored, so that a producer may publish new ones.
     *
     * @throws IllegalArgumentException if the record cannot be used: it is parked and its stream is halted
     */
    void handle(Connection connection, InboundEvent event) throws SQLException;
}
