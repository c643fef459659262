package io.serviceconcept.journeys;

import java.sql.Connection;
import java.sql.SQLException;

/** Whoever derives something from journeys as soon as they are published. */
public interface JourneyReader {

    /** Is called in the transaction that takes the journey in; the same journey may come again, also as another. */
    void published(Connection connection, String organisation, String journey) throws SQLException;
}
