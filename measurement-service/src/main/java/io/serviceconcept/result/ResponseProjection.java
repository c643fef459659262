package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.FollowUp;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.figure.Sums;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.Indicators;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.journeys.TouchpointCopy;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;
import io.serviceconcept.time.Calendar;

/** Adds responses to the day cells of the day of the interaction. A batch is added up in memory first. */
@ApplicationScoped
class ResponseProjection implements Projection {

    private final Surveys surveys;
    private final Indicators indicators;
    private final TouchpointCopy touchpoints;
    private final Calendar calendar;

    ResponseProjection(Surveys surveys, Indicators indicators, TouchpointCopy touchpoints, Calendar calendar) {
        this.surveys = surveys;
        this.indicators = indicators;
        this.touchpoints = touchpoints;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "response-cells";
    }

    @Override
    public List<String> tables() {
        return List.of("result_cell");
    }

    @Override
    public List<String> queues() {
        return ChangedDayRows.TABLES;
    }

    /** Every figure may be another now; the releaser sends those that are. */
    @Override
    public FollowUp rebuilt(Connection connection, String before, @Nullable String reached, int limit)
            throws SQLException {
        return new AllDayRows(List.of("result_cell", before + ".result_cell"),
                List.of(AllDayRows.ORGANISATION, AllDayRows.INDICATOR, AllDayRows.VERSION, AllDayRows.Part.day("day")))
                .add(connection, reached, limit);
    }

    private record Received(String organisation, ResponseReceived response) {
        @Nullable
        String touchpoint() {
            return response.circumstances().touchpoint();
        }
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        Map<String, List<Received>> byOrganisation = events.stream()
                .filter(recorded -> recorded.event() instanceof ResponseReceived)
                .map(recorded -> new Received(recorded.stream().organisation(), (ResponseReceived) recorded.event()))
                .collect(Collectors.groupingBy(Received::organisation));
        Cells cells = new Cells();
        for (Map.Entry<String, List<Received>> entry : byOrganisation.entrySet()) {
            addAll(connection, entry.getKey(), entry.getValue(), cells);
        }
        upsert(connection, cells.all());
        ChangedDayRows.add(connection, changed(cells));
    }

    private void addAll(Connection connection, String organisation, List<Received> responses, Cells cells)
            throws SQLException {
        Set<String> places = new TreeSet<>();
        for (Received received : responses) {
            String touchpoint = received.touchpoint();
            if (touchpoint != null) {
                places.add(touchpoint);
            }
        }
        Map<String, String> needs = touchpoints.needs(connection, organisation, places);
        Map<String, Integer> versions = new HashMap<>();
        for (Received received : responses) {
            ResponseReceived response = received.response();
            SurveyVersion survey = surveys.find(organisation, response.survey(), response.surveyVersion())
                    .orElseThrow(() -> new IllegalStateException("a response to no survey"));
            LocalDate day = calendar.dayOf(response.interactionAt());
            cells.add(organisation, day, new ResponseMarks(survey, needs).of(response),
                    id -> versions.computeIfAbsent(id, i -> version(organisation, i)));
        }
    }

    private int version(String organisation, String indicator) {
        return indicators.find(organisation, indicator).map(IndicatorEvent.Defined::version)
                .orElseThrow(() -> new IllegalStateException("a survey feeds no indicator"));
    }

    private static Set<ChangedDay> changed(Cells cells) {
        return cells.all().keySet().stream()
                .map(key -> new ChangedDay(new IndicatorKey(key.organisation(), key.indicator()), key.day()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void upsert(Connection connection, SortedMap<CellKey, Sums> cells) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO result_cell (organisation, indicator, definition_version, day, dimension, key,
                                         n, total, squares)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (organisation, indicator, definition_version, day, dimension, key) DO UPDATE
                SET n = result_cell.n + excluded.n, total = result_cell.total + excluded.total,
                    squares = result_cell.squares + excluded.squares
                """)) {
            for (Map.Entry<CellKey, Sums> cell : cells.entrySet()) {
                CellKey key = cell.getKey();
                Sums sums = cell.getValue();
                Rows.bind(statement, key.organisation(), key.indicator(), key.definitionVersion(), key.day(),
                        key.slice().dimension(), key.slice().key(), sums.n(), sums.total(), sums.squares()).addBatch();
            }
            statement.executeBatch();
        }
    }
}
