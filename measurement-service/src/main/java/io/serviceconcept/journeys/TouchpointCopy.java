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

import org.jspecify.annotations.Nullable;

import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.journeys.JourneyPublished.PublishedTouchpoint;

/** The touchpoints of published journeys. */
@ApplicationScoped
public class TouchpointCopy {

    /**
     * What is known of some touchpoints, and of some journeys whether they are known by a touchpoint or not.
     *
     * @param touchpoints whose needs and services are asked for
     * @param journeys whose services are asked for
     */
    public KnownTouchpoints known(Connection connection, String organisation, Set<String> touchpoints,
            Set<String> journeys) throws SQLException {
        if (touchpoints.isEmpty() && journeys.isEmpty()) {
            return KnownTouchpoints.NONE;
        }
        Map<String, String> needs = new HashMap<>();
        Map<String, String> ofTouchpoints = new HashMap<>();
        Map<String, String> services = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT touchpoint, journey, need, service FROM touchpoint
                WHERE organisation = ? AND touchpoint = ANY (?)
                UNION
                SELECT touchpoint, journey, need, service FROM touchpoint
                WHERE organisation = ? AND journey = ANY (?) AND service IS NOT NULL
                """);
                ResultSet rows = Rows.bind(statement, organisation,
                        connection.createArrayOf("text", touchpoints.toArray()), organisation,
                        connection.createArrayOf("text", journeys.toArray())).executeQuery()) {
            while (rows.next()) {
                putIfKnown(needs, rows.getString("touchpoint"), rows.getString("need"));
                putIfKnown(ofTouchpoints, rows.getString("touchpoint"), rows.getString("journey"));
                putIfKnown(services, rows.getString("journey"), rows.getString("service"));
            }
        }
        return new KnownTouchpoints(needs, ofTouchpoints, services);
    }

    private static void putIfKnown(Map<String, String> known, String key, @Nullable String value) {
        if (value != null) {
            known.put(key, value);
        }
    }

    /**
     * Takes a journey in as it is published now. A touchpoint that it does not have any more stays as it was last told: what
     * was answered there was answered along this journey.
     */
    void put(Connection connection, String organisation, JourneyPublished journey) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("UPDATE touchpoint SET service = ? WHERE organisation = ? AND journey = ?")) {
            Rows.bind(statement, journey.service(), organisation, journey.journey()).executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO touchpoint (organisation, touchpoint, journey, need, service) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (organisation, touchpoint) DO UPDATE
                SET journey = excluded.journey, need = excluded.need, service = excluded.service
                """)) {
            for (PublishedTouchpoint touchpoint : touchpoints(journey)) {
                String need = touchpoint.needs().size() == 1 ? touchpoint.needs().getFirst() : null;
                Rows.bind(statement, organisation, touchpoint.id(), journey.journey(), need,
                        journey.service()).addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<PublishedTouchpoint> touchpoints(JourneyPublished journey) {
        return journey.phases().stream().flatMap(phase -> phase.touchpoints().stream()).toList();
    }
}
