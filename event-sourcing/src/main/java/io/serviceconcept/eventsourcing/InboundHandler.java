package io.serviceconcept.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a service does with the records of another: write its local copy, in the inbox's transaction. There is one for each
 * source, so that an operator's replay finds it too.
 */
public interface InboundHandler {

    /** The CloudEvents source whose records it takes, for example {@code /concept-service}. */
    String source();

    /**
     * Unknown types are ignored, so that a producer may publish new ones. A state may come again or late: it counts only
     * with a higher revision than the one that is known.
     *
     * @throws IllegalArgumentException if the record cannot be used: it is parked with the message as the reason, which
     *         must not quote the record's data, and its stream is halted. Anything else that is thrown, an Error too, is
     *         parked with its kind as the reason
     */
    void handle(Connection connection, InboundEvent event) throws SQLException;

    /**
     * States that came together, in their order, of any organisations; whoever hears many writes them with fewer round trips.
     * When one of them cannot be used, nothing of this stays, and each is handled by itself.
     */
    default void handleStates(Connection connection, List<InboundEvent> states) throws SQLException {
        for (InboundEvent state : states) {
            handle(connection, state);
        }
    }
}
