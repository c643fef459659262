package io.serviceconcept.concepts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.time.Calendars;

/** Answers from this service's copy of the concepts. It may lag behind concept-service by a moment. */
@ApplicationScoped
public class ConceptQueries {

    private final DataSource dataSource;
    private final Calendars calendars;

    ConceptQueries(DataSource dataSource, Calendars calendars) {
        this.dataSource = dataSource;
        this.calendars = calendars;
    }

    /**
     * The parts of the draft and of the edition that is in force at that moment: the one that took force last.
     *
     * @return empty when the organisation has no such concept, as far as we know
     */
    public Optional<ConceptParts> parts(String organisation, UUID concept, Instant moment) {
        String sql = """
                select c.retired, p.kind, p.part
                from known_concept c
                left join concept_part p on p.organisation = c.organisation and p.concept = c.concept
                    and (p.edition = 0 or p.edition = (
                        select e.edition from concept_edition e
                        where e.organisation = c.organisation and e.concept = c.concept and e.in_force_from <= ?
                        order by e.in_force_from desc, e.edition desc
                        limit 1))
                where c.organisation = ? and c.concept = ?
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, calendars.of(organisation).dayOf(moment));
            statement.setString(2, organisation);
            statement.setObject(3, concept);
            Map<UUID, List<UUID>> instead = instead(connection, organisation, concept);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows, instead);
            }
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    private static Map<UUID, List<UUID>> instead(Connection connection, String organisation, UUID concept)
            throws SQLException {
        String sql = "select need, instead from need_instead where organisation = ? and concept = ? order by need, place";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, organisation);
            statement.setObject(2, concept);
            Map<UUID, List<UUID>> instead = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    instead.computeIfAbsent(rows.getObject("need", UUID.class), need -> new ArrayList<>())
                            .add(rows.getObject("instead", UUID.class));
                }
            }
            return instead;
        }
    }

    private static Optional<ConceptParts> read(ResultSet rows, Map<UUID, List<UUID>> instead) throws SQLException {
        boolean known = false;
        boolean retired = false;
        Set<UUID> groups = new HashSet<>();
        Set<UUID> channels = new HashSet<>();
        Set<UUID> needs = new HashSet<>();
        Set<UUID> objectives = new HashSet<>();
        while (rows.next()) {
            known = true;
            retired = rows.getBoolean("retired");
            String kind = rows.getString("kind");
            // a concept without parts still has its own row
            if (kind != null) {
                UUID part = rows.getObject("part", UUID.class);
                switch (PartKind.valueOf(kind)) {
                    case CUSTOMER_GROUP -> groups.add(part);
                    case CHANNEL -> channels.add(part);
                    case NEED -> needs.add(part);
                    case OBJECTIVE -> objectives.add(part);
                }
            }
        }
        return known ? Optional.of(new ConceptParts(groups, channels, needs, objectives, instead, retired)) : Optional.empty();
    }

    /** The channels of a concept that are no longer used. */
    public Set<UUID> retiredChannels(String organisation, UUID concept) {
        String sql = "select channel from channel_status where organisation = ? and concept = ? and status = 'RETIRED'";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, organisation);
            statement.setObject(2, concept);
            try (ResultSet rows = statement.executeQuery()) {
                Set<UUID> retired = new HashSet<>();
                while (rows.next()) {
                    retired.add(rows.getObject("channel", UUID.class));
                }
                return retired;
            }
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }
}
