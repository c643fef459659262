package io.serviceconcept.journeys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.journeys.JourneyPublished.PublishedTouchpoint;

/** The touchpoints of published journeys. */
@ApplicationScoped
public class TouchpointCopy {

    /** The need of each touchpoint at which exactly one is at stake; the others are left out. */
    public Map<String, String> needs(Connection connection, String organisation, Set<String> touchpoints)
            throws SQLException {
        Map<String, String> needs = new HashMap<>();
        if (touchpoints.isEmpty()) {
            return needs;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT touchpoint, need FROM touchpoint
                WHERE organisation = ? AND touchpoint = ANY (?) AND need IS NOT NULL
                """);
                ResultSet rows = Rows.bind(statement, organisation,
                        connection.createArrayOf("text", touchpoints.toArray())).executeQuery()) {
            while (rows.next()) {
                needs.put(rows.getString("touchpoint"), rows.getString("need"));
            }
        }
        return needs;
    }

    void replace(Connection connection, String organisation, JourneyPublished journey) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("DELETE FROM touchpoint WHERE organisation = ? AND journey = ?")) {
            Rows.bind(statement, organisation, journey.journey()).executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO touchpoint (organisation, touchpoint, journey, need) VALUES (?, ?, ?, ?)
                ON CONFLICT (organisation, touchpoint) DO UPDATE SET journey = excluded.journey, need = excluded.need
                """)) {
            for (PublishedTouchpoint touchpoint : touchpoints(journey)) {
                String need = touchpoint.needs().size() == 1 ? touchpoint.needs().getFirst() : null;
                Rows.bind(statement, organisation, touchpoint.id(), journey.journey(), need).addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<PublishedTouchpoint> touchpoints(JourneyPublished journey) {
        return journey.phases().stream().flatMap(phase -> phase.touchpoints().stream()).toList();
    }
}
