package io.serviceconcept.evaluation.journeys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import io.serviceconcept.evaluation.journeys.JourneyPublished.PhaseData;
import io.serviceconcept.evaluation.journeys.JourneyPublished.TouchpointData;

/** Writes the local copy: a journey that is published again replaces what it said before. */
final class TouchpointProjection {

    private static final String FORGET = "DELETE FROM journey_touchpoint WHERE organisation = ? AND journey = ?";
    private static final String REMEMBER = """
            INSERT INTO journey_touchpoint (organisation, journey, touchpoint, concept, channel, name)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private TouchpointProjection() {
    }

    static void write(Connection connection, String organisation, JourneyPublished journey) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            forget.setString(1, organisation);
            forget.setString(2, journey.journey());
            forget.executeUpdate();
            for (PhaseData phase : journey.phases()) {
                for (TouchpointData touchpoint : phase.touchpoints()) {
                    remember.setString(1, organisation);
                    remember.setString(2, journey.journey());
                    remember.setString(3, touchpoint.id());
                    remember.setString(4, journey.concept());
                    remember.setString(5, touchpoint.channel());
                    remember.setString(6, touchpoint.name());
                    remember.addBatch();
                }
            }
            remember.executeBatch();
        }
    }
}
