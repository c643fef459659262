package io.serviceconcept.volume;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.response.PastResponses;
import io.serviceconcept.response.ResponseEvent;
import io.serviceconcept.response.ResponseEvent.Content;

/** Counts responses per day and channel of the interaction. What is corrected or retracted is taken off where it was. */
@ApplicationScoped
class AnsweredProjection implements Projection {

    /** The channel of those who told none. */
    static final String UNKNOWN = "UNKNOWN";

    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::organisation).thenComparing(Cell::survey)
            .thenComparing(Cell::day).thenComparing(Cell::channel);

    private final PastResponses past;
    private final Calendars calendars;

    AnsweredProjection(PastResponses past, Calendars calendars) {
        this.past = past;
        this.calendars = calendars;
    }

    private record Cell(String organisation, String survey, LocalDate day, String channel) {
    }

    @Override
    public String name() {
        return "survey-answered";
    }

    @Override
    public List<String> tables() {
        return List.of("survey_answered");
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return ResponseEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        SortedMap<Cell, Long> changes = new TreeMap<>(ORDER);
        for (RecordedEvent recorded : events) {
            switch (recorded.event()) {
                case ResponseEvent.ResponseReceived received -> add(changes, cell(recorded, received), 1);
                case ResponseEvent.ResponseCorrected corrected -> {
                    add(changes, before(recorded), -1);
                    add(changes, cell(recorded, corrected), 1);
                }
                case ResponseEvent.ResponseRetracted retracted -> add(changes, before(recorded), -1);
                default -> {
                    // not about responses
                }
            }
        }
        changes.values().removeIf(change -> change == 0);
        store(connection, changes);
    }

    private static void add(Map<Cell, Long> changes, Cell cell, long change) {
        changes.merge(cell, change, Long::sum);
    }

    /** Where a response was counted until an event. */
    private Cell before(RecordedEvent recorded) {
        return past.before(recorded).map(content -> cell(recorded, content))
                .orElseThrow(() -> new IllegalStateException("what does not stand was changed"));
    }

    private Cell cell(RecordedEvent recorded, Content content) {
        String channel = content.circumstances().channel();
        String organisation = recorded.stream().organisation();
        return new Cell(organisation, content.survey(), calendars.of(organisation).dayOf(content.interactionAt()),
                channel == null ? UNKNOWN : channel);
    }

    private static void store(Connection connection, SortedMap<Cell, Long> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO survey_answered (organisation, survey, day, channel, n) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (organisation, survey, day, channel) DO UPDATE SET n = survey_answered.n + excluded.n
                """)) {
            for (Map.Entry<Cell, Long> change : changes.entrySet()) {
                Cell cell = change.getKey();
                Rows.bind(statement, cell.organisation(), cell.survey(), cell.day(), cell.channel(), change.getValue())
                        .addBatch();
            }
            statement.executeBatch();
        }
    }
}
