package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concepts.EditionCopy;
import io.serviceconcept.concepts.EditionsInForce;
import io.serviceconcept.eventsourcing.FollowUp;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.journeys.KnownTouchpoints;
import io.serviceconcept.journeys.TouchpointCopy;
import io.serviceconcept.response.ResponseEvent;
import io.serviceconcept.response.ResponseEvent.Content;
import io.serviceconcept.survey.SurveyEvent;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;

/**
 * Counts responses in the day cells of the day of the interaction. What is corrected or retracted is taken away as it was
 * counted. A batch is added up in memory first. A new definition of an indicator and a
 * new version of a survey change no count, only what follows from it.
 */
@ApplicationScoped
class ResponseProjection implements Projection {

    private final Surveys surveys;
    private final TouchpointCopy touchpoints;
    private final EditionCopy editions;
    private final Calendars calendars;

    ResponseProjection(Surveys surveys, TouchpointCopy touchpoints, EditionCopy editions, Calendars calendars) {
        this.surveys = surveys;
        this.touchpoints = touchpoints;
        this.editions = editions;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "response-counts";
    }

    /** Each adds to cells of its own, and readers add those up. */
    @Override
    public int shards() {
        return 2;
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return ResponseEvent.class.isAssignableFrom(eventType) || IndicatorEvent.class.isAssignableFrom(eventType)
                || eventType == SurveyEvent.Revised.class;
    }

    @Override
    public List<String> tables() {
        return List.of("result_cell", "counted_response");
    }

    @Override
    public List<String> queues() {
        return ChangedDayRows.TABLES;
    }

    /**
     * Every figure may be another now; those that are will be released. What became known while the rows were made was
     * counted in the old ones.
     */
    @Override
    public FollowUp rebuilt(Connection connection, String before, @Nullable String reached, int limit)
            throws SQLException {
        if (reached == null) {
            RecountRows.addAll(connection, Recount.What.RESPONSES);
        }
        return new AllDayRows(List.of("result_cell", before + ".result_cell"),
                List.of(AllDayRows.ORGANISATION, AllDayRows.INDICATOR, AllDayRows.Part.day("day")))
                .add(connection, reached, limit);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        Map<String, List<RecordedEvent>> byOrganisation = events.stream()
                .filter(recorded -> recorded.event() instanceof ResponseEvent)
                .collect(Collectors.groupingBy(recorded -> recorded.stream().organisation(), TreeMap::new,
                        Collectors.toList()));
        if (!byOrganisation.isEmpty()) {
            RecountRows.joinTurn(connection);
        }
        SortedMap<CellKey, Long> cells = new TreeMap<>();
        SortedMap<StreamId, @Nullable CountedResponse> responses = new TreeMap<>();
        for (Map.Entry<String, List<RecordedEvent>> entry : byOrganisation.entrySet()) {
            CountedBatch batch = count(connection, entry.getKey(), entry.getValue());
            cells.putAll(batch.cells().all());
            responses.putAll(batch.after());
        }
        CountedResponseRows.write(connection, responses);
        add(connection, shard, cells);
        ChangedDayRows.add(connection, changed(cells));
        for (RecordedEvent recorded : events) {
            switch (recorded.event()) {
                case IndicatorEvent.Defined defined ->
                    AllDayRows.addCounted(connection, recorded.stream().organisation(), defined);
                case SurveyEvent.Revised revised ->
                    AllDayRows.addCounted(connection, recorded.stream().organisation(), revised);
                default -> {
                    // responses are counted
                }
            }
        }
    }

    private CountedBatch count(Connection connection, String organisation, List<RecordedEvent> events)
            throws SQLException {
        // a stream that begins within the batch was not counted before it
        Set<StreamId> begun = events.stream().filter(recorded -> recorded.version() == 1).map(RecordedEvent::stream)
                .collect(Collectors.toSet());
        Set<StreamId> older = events.stream().map(RecordedEvent::stream).filter(stream -> !begun.contains(stream))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, SurveyVersion> versions = new HashMap<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof Content content) {
                versions.computeIfAbsent(version(content), v -> survey(organisation, content));
            }
        }
        KnownTouchpoints known = touchpoints.known(connection, organisation,
                told(events, content -> content.circumstances().touchpoint()),
                told(events, content -> content.circumstances().journey()));
        EditionsInForce inForce = editions.inForce(connection, organisation,
                versions.values().stream().map(SurveyVersion::concept).collect(Collectors.toSet()), Set.of());
        return CountedBatch.of(events, CountedResponseRows.read(connection, organisation, older), recorded -> {
            Content content = (Content) recorded.event();
            LocalDate day = calendars.of(organisation).dayOf(content.interactionAt());
            return new ResponseMarks(Objects.requireNonNull(versions.get(version(content))), known, inForce).of(content, day);
        });
    }

    private static String version(Content content) {
        return content.survey() + '/' + content.surveyVersion();
    }

    private SurveyVersion survey(String organisation, Content content) {
        return surveys.find(organisation, content.survey(), content.surveyVersion())
                .orElseThrow(() -> new IllegalStateException("a response to no survey"));
    }

    private static Set<String> told(List<RecordedEvent> events, Function<Content, @Nullable String> what) {
        Set<String> told = new TreeSet<>();
        for (RecordedEvent recorded : events) {
            String value = recorded.event() instanceof Content content ? what.apply(content) : null;
            if (value != null) {
                told.add(value);
            }
        }
        return told;
    }

    static Set<ChangedDay> changed(SortedMap<CellKey, Long> cells) {
        return cells.keySet().stream()
                .map(key -> new ChangedDay(new IndicatorKey(key.organisation(), key.indicator()), key.day()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A cell that came down to zero stays: what was said of it before has to be taken back. */
    static void add(Connection connection, int shard, SortedMap<CellKey, Long> cells) throws SQLException {
        if (cells.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO result_cell (organisation, indicator, day, dimension, key, value, n, shard)
                SELECT organisation, indicator, day::date, dimension, key, value, n, ?
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::bigint[])
                    AS told (organisation, indicator, day, dimension, key, value, n)
                ON CONFLICT (organisation, indicator, day, dimension, key, value, shard) DO UPDATE
                SET n = result_cell.n + excluded.n
                """)) {
            Set<CellKey> keys = cells.keySet();
            Rows.bind(statement, shard, Rows.column(connection, "text", keys, CellKey::organisation),
                    Rows.column(connection, "text", keys, CellKey::indicator),
                    Rows.column(connection, "text", keys, key -> key.day().toString()),
                    Rows.column(connection, "text", keys, key -> key.slice().dimension().name()),
                    Rows.column(connection, "text", keys, key -> key.slice().key()),
                    Rows.column(connection, "numeric", keys, CellKey::value),
                    Rows.column(connection, "int8", cells.values(), n -> n)).executeUpdate();
        }
    }
}
