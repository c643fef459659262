package io.serviceconcept.concept.catalogue;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.ConceptCreated;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.ConceptRetired;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptEvent.ProposalWithdrawn;
import io.serviceconcept.concept.ConceptId;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;

/** One row per concept, written within the append: a concept is in the list as soon as it is created. */
@ApplicationScoped
class CatalogueProjection implements Projection {

    private static final String INSERT = """
            INSERT INTO concept_catalogue (organisation, concept, name, slug, description, proposed, edition_dates, version)
            VALUES (?, ?, ?, ?, ?, false, '{}', ?) ON CONFLICT DO NOTHING""";
    private static final String UPDATE = """
            UPDATE concept_catalogue
            SET version = ?, proposed = coalesce(?, proposed), edition_dates = edition_dates || ?::date[],
                retired = retired OR ?
            WHERE organisation = ? AND concept = ? AND version = ?""";
    private static final String COUNT = """
            UPDATE concept_catalogue SET version = ?
            WHERE organisation = ? AND concept = ? AND version BETWEEN ? AND ?""";

    @Override
    public String name() {
        return "concept-catalogue";
    }

    @Override
    public List<String> tables() {
        return List.of("concept_catalogue");
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return ConceptEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        List<RecordedEvent> sorted = events.stream()
                .sorted(Comparator.comparing(RecordedEvent::stream).thenComparing(RecordedEvent::version)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            RecordedEvent recorded = sorted.get(i);
            ConceptId concept = ConceptId.of(recorded.stream()).orElse(null);
            if (concept != null && recorded.event() instanceof ConceptEvent event) {
                int last = lastThatCounts(sorted, i);
                if (last > i) {
                    count(connection, recorded, sorted.get(last), concept);
                    i = last;
                } else {
                    project(connection, recorded, concept, event);
                }
            }
        }
    }

    /** The last of the events of a stream, from the i-th on, that do no more to the row than to count its version. */
    private static int lastThatCounts(List<RecordedEvent> sorted, int i) {
        int next = i;
        while (next < sorted.size() && sorted.get(next).stream().equals(sorted.get(i).stream())
                && !isShown(sorted.get(next).event())) {
            next++;
        }
        return next - 1;
    }

    private static boolean isShown(Object event) {
        return switch (event) {
            case ConceptCreated created -> true;
            case ConceptProposed proposed -> true;
            case ProposalWithdrawn withdrawn -> true;
            case EditionAdopted adopted -> true;
            case ConceptRetired retired -> true;
            default -> false;
        };
    }

    private static void project(Connection connection, RecordedEvent recorded, ConceptId concept, ConceptEvent event)
            throws SQLException {
        switch (event) {
            case ConceptCreated created -> insert(connection, recorded, created);
            case ConceptProposed proposed -> update(connection, recorded, concept, true, null, false);
            case ProposalWithdrawn withdrawn -> update(connection, recorded, concept, false, null, false);
            case EditionAdopted adopted -> update(connection, recorded, concept, false,
                    Date.valueOf(adopted.inForceFrom()), false);
            case ConceptRetired retired -> update(connection, recorded, concept, false, null, true);
            default -> update(connection, recorded, concept, null, null, false);
        }
    }

    /** Thousands of events can come at once; writing the row anew for each would take longer and longer. */
    private static void count(Connection connection, RecordedEvent first, RecordedEvent last, ConceptId concept)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setLong(1, last.version());
            statement.setString(2, last.stream().organisation());
            statement.setString(3, concept.value());
            statement.setLong(4, first.version() - 1);
            statement.setLong(5, last.version() - 1);
            statement.executeUpdate();
        }
    }

    private static void insert(Connection connection, RecordedEvent recorded, ConceptCreated created) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, recorded.stream().organisation());
            statement.setString(2, created.concept());
            statement.setString(3, created.name());
            statement.setString(4, created.slug());
            statement.setString(5, created.description());
            statement.setLong(6, recorded.version());
            statement.executeUpdate();
        }
    }

    private static void update(Connection connection, RecordedEvent recorded, ConceptId concept, @Nullable Boolean proposed,
            @Nullable Date inForceFrom, boolean retired) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setLong(1, recorded.version());
            statement.setObject(2, proposed, java.sql.Types.BOOLEAN);
            statement.setArray(3, connection.createArrayOf("date",
                    inForceFrom == null ? new Object[0] : new Object[] { inForceFrom }));
            statement.setBoolean(4, retired);
            statement.setString(5, recorded.stream().organisation());
            statement.setString(6, concept.value());
            statement.setLong(7, recorded.version() - 1);
            statement.executeUpdate();
        }
    }
}
