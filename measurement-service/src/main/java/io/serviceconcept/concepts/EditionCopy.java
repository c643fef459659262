package io.serviceconcept.concepts;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concepts.EditionAdopted.AdoptedChannel;
import io.serviceconcept.concepts.EditionAdopted.AdoptedObjective;
import io.serviceconcept.concepts.EditionAdopted.AdoptedSlice;
import io.serviceconcept.concepts.EditionsInForce.InForce;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.objective.Comparison;
import io.serviceconcept.objective.Measure;
import io.serviceconcept.objective.ObjectiveTarget;
import io.serviceconcept.objective.Target;

/** The local copy of the editions of concepts and the targets they set. */
@ApplicationScoped
public class EditionCopy {

    private final Calendars calendars;

    EditionCopy(Calendars calendars) {
        this.calendars = calendars;
    }

    /** An indicator of an organisation. */
    public record Aim(String organisation, String indicator) {
    }

    /** Whether an edition took force that has judged nothing yet. */
    public boolean newInForce(Connection connection, Instant now) throws SQLException {
        return !withNewInForce(connection, now).isEmpty();
    }

    /** Marks the editions that took force as having judged, and says which indicators they judge. */
    public Set<Aim> takeNewInForce(Connection connection, Instant now) throws SQLException {
        Set<Aim> aims = new LinkedHashSet<>();
        for (String organisation : withNewInForce(connection, now)) {
            aims.addAll(takeNewInForce(connection, organisation, calendars.of(organisation).dayOf(now)));
        }
        return aims;
    }

    /** The organisations of which an edition took force that has judged nothing yet: a day comes to each at its own time. */
    private List<String> withNewInForce(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT organisation, min(in_force_from) AS first FROM edition WHERE NOT judged AND in_force_from <= ?
                GROUP BY organisation ORDER BY organisation
                """);
                ResultSet rows = Rows.bind(statement, calendars.days(now).last()).executeQuery()) {
            List<String> organisations = new ArrayList<>();
            while (rows.next()) {
                String organisation = rows.getString("organisation");
                if (!Rows.day(rows, "first").isAfter(calendars.of(organisation).dayOf(now))) {
                    organisations.add(organisation);
                }
            }
            return organisations;
        }
    }

    private static List<Aim> takeNewInForce(Connection connection, String organisation, LocalDate today)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH taken AS (
                    UPDATE edition SET judged = true WHERE organisation = ? AND NOT judged AND in_force_from <= ?
                    RETURNING organisation, concept, edition)
                SELECT DISTINCT indicator FROM objective JOIN taken USING (organisation, concept, edition)
                ORDER BY indicator
                """);
                ResultSet rows = Rows.bind(statement, organisation, today).executeQuery()) {
            List<Aim> aims = new ArrayList<>();
            while (rows.next()) {
                aims.add(new Aim(organisation, rows.getString("indicator")));
            }
            return aims;
        }
    }

    /**
     * All targets ever set for an indicator by an edition that took force. Of a concept that is retired no edition is in
     * force, and one that lay ahead never was.
     */
    public List<ObjectiveTarget> targets(Connection connection, String organisation, String indicator, LocalDate today)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT o.*, NOT EXISTS (
                    SELECT 1 FROM edition later
                    WHERE later.organisation = e.organisation AND later.concept = e.concept
                      AND later.in_force_from <= ?
                      AND (later.in_force_from, later.edition) > (e.in_force_from, e.edition))
                    AND retired.retired_on IS NULL AS in_force
                FROM objective o JOIN edition e USING (organisation, concept, edition)
                    LEFT JOIN retired_concept retired USING (organisation, concept)
                WHERE o.organisation = ? AND o.indicator = ? AND e.in_force_from <= ?
                  AND (retired.retired_on IS NULL OR e.in_force_from <= retired.retired_on)
                ORDER BY o.concept, o.edition, o.objective
                """);
                ResultSet rows = Rows.bind(statement, today, organisation, indicator, today).executeQuery()) {
            List<ObjectiveTarget> targets = new ArrayList<>();
            while (rows.next()) {
                targets.add(target(rows));
            }
            return targets;
        }
    }

    private static ObjectiveTarget target(ResultSet rows) throws SQLException {
        BigDecimal value = rows.getBigDecimal("value");
        return new ObjectiveTarget(rows.getString("concept"), rows.getInt("edition"), rows.getString("objective"),
                new Target(Comparison.valueOf(rows.getString("comparison")), value),
                Measure.valueOf(rows.getString("measure")), rows.getObject("baseline_year", Integer.class),
                PeriodKind.valueOf(rows.getString("period_kind")),
                new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key")),
                rows.getBoolean("in_force"));
    }

    /**
     * The editions of some concepts, and of those that have some channels.
     *
     * @param channels whose concept nobody told
     */
    public EditionsInForce inForce(Connection connection, String organisation, Set<String> concepts, Set<String> channels)
            throws SQLException {
        Set<String> all = new TreeSet<>(concepts);
        if (!channels.isEmpty()) {
            all.addAll(conceptsWith(connection, organisation, channels));
        }
        if (all.isEmpty()) {
            return EditionsInForce.NONE;
        }
        Array asked = connection.createArrayOf("text", all.toArray());
        List<InForce> editions = new ArrayList<>();
        Map<String, LocalDate> retired = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT concept, edition, in_force_from, retired_on,
                       ARRAY(SELECT channel FROM edition_channel c WHERE c.organisation = e.organisation
                           AND c.concept = e.concept AND c.edition = e.edition ORDER BY channel) AS channels,
                       ARRAY(SELECT layer FROM edition_channel c WHERE c.organisation = e.organisation
                           AND c.concept = e.concept AND c.edition = e.edition ORDER BY channel) AS layers
                FROM edition e LEFT JOIN retired_concept USING (organisation, concept)
                WHERE organisation = ? AND concept = ANY (?)
                """);
                ResultSet rows = Rows.bind(statement, organisation, asked).executeQuery()) {
            while (rows.next()) {
                String concept = rows.getString("concept");
                editions.add(new InForce(concept, rows.getInt("edition"), Rows.day(rows, "in_force_from"),
                        pairs(Rows.texts(rows, "channels"), Rows.texts(rows, "layers"))));
                LocalDate last = rows.getObject("retired_on", LocalDate.class);
                if (last != null) {
                    retired.put(concept, last);
                }
            }
        }
        return new EditionsInForce(editions, retired);
    }

    private static Set<String> conceptsWith(Connection connection, String organisation, Set<String> channels)
            throws SQLException {
        Set<String> concepts = new TreeSet<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT DISTINCT concept FROM edition_channel WHERE organisation = ? AND channel = ANY (?)");
                ResultSet rows = Rows.bind(statement, organisation, connection.createArrayOf("text", channels.toArray()))
                        .executeQuery()) {
            while (rows.next()) {
                concepts.add(rows.getString("concept"));
            }
        }
        return concepts;
    }

    private static Map<String, String> pairs(List<@Nullable String> keys, List<@Nullable String> values) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            pairs.put(Objects.requireNonNull(keys.get(i)), Objects.requireNonNull(values.get(i)));
        }
        return pairs;
    }

    void add(Connection connection, String organisation, EditionAdopted edition) throws SQLException {
        addChannels(connection, organisation, edition);
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO edition (organisation, concept, edition, in_force_from) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)) {
            Rows.bind(statement, organisation, edition.concept(), edition.edition(), edition.inForceFrom())
                    .executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO objective (organisation, concept, edition, objective, indicator, comparison, value, measure,
                                       baseline_year, period_kind, dimension, key)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)) {
            for (AdoptedObjective objective : edition.targets()) {
                Slice slice = slice(objective);
                Rows.bind(statement, organisation, edition.concept(), edition.edition(), objective.id(),
                        objective.indicator(), objective.target().comparison(), objective.target().value(),
                        objective.target().measureOrFigure(), objective.target().baselineYear(), objective.window(),
                        slice.dimension(), slice.key()).addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void addChannels(Connection connection, String organisation, EditionAdopted edition)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO edition_channel (organisation, concept, edition, channel, layer) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)) {
            for (AdoptedChannel channel : Objects.requireNonNull(edition.channels())) {
                // results do not fail on a channel that nobody can be told about
                String layer = channel.layer();
                if (channel.id() != null && layer != null && !layer.isBlank()) {
                    Rows.bind(statement, organisation, edition.concept(), edition.edition(), channel.id(), layer)
                            .addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    void retire(Connection connection, String organisation, ConceptRetired retired) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO retired_concept (organisation, concept, retired_on) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """)) {
            Rows.bind(statement, organisation, retired.concept(), retired.retiredOn()).executeUpdate();
        }
    }

    private static Slice slice(AdoptedObjective objective) {
        AdoptedSlice slice = objective.slice();
        if (slice == null) {
            return Slice.ALL;
        }
        Dimension dimension = Dimension.valueOf(slice.dimension().toUpperCase(Locale.ROOT));
        return dimension == Dimension.ALL ? Slice.ALL : Slice.of(dimension, slice.key());
    }
}
