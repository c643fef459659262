package io.serviceconcept.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.response.ResponseEvent.Answer;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.response.ResponseEvent.Content;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.response.Responses;
import io.serviceconcept.survey.QuestionType;
import io.serviceconcept.survey.SurveyEvent;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;

/**
 * What single people answered. What is about a person is not in the pieces that are stored: it is read when it is
 * downloaded, so that an erasure reaches it.
 */
@ApplicationScoped
class ExportedResponses implements ExportSource {

    /** Names the response itself; left out of the file. */
    static final String STREAM = "stream";
    private static final int PAGE = 1_000;
    private static final List<String> BEFORE_ANSWERS = List.of("response", "surveyVersion", "interactionAt", "receivedAt",
            "channel", "touchpoint", "group", "location", "department", "journey", "pilot");
    private static final String CUSTOMER = "customer";
    private static final String ANSWERS = "answers.";

    private final EventStore store;
    private final Responses responses;
    private final Surveys surveys;
    private final Calendars calendars;

    ExportedResponses(EventStore store, Responses responses, Surveys surveys, Calendars calendars) {
        this.store = store;
        this.responses = responses;
        this.surveys = surveys;
        this.calendars = calendars;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.RESPONSES;
    }

    @Override
    public List<String> columns(String organisation, ExportSpec spec) {
        Set<String> columns = new LinkedHashSet<>(BEFORE_ANSWERS);
        if (spec.personal()) {
            columns.add(CUSTOMER);
        }
        for (SurveyVersion version : surveys.versions(organisation, Objects.requireNonNull(spec.survey()))) {
            for (SurveyEvent.Question question : version.questions()) {
                if (spec.personal() || question.type() != QuestionType.TEXT) {
                    columns.add(ANSWERS + question.id());
                }
            }
        }
        return List.copyOf(columns);
    }

    /** Goes along the log: a response has its place where it came first, and shows what it says now. */
    @Override
    public ExportedPage page(String organisation, ExportSpec spec, @Nullable String reached, Instant now) {
        List<RecordedEvent> events = store.readAfter(reached == null ? Position.START : position(reached), Slots.ALL, PAGE);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (RecordedEvent recorded : events) {
            if (recorded.version() == 1 && recorded.event() instanceof ResponseReceived received
                    && recorded.stream().organisation().equals(organisation) && received.survey().equals(spec.survey())) {
                responses.find(recorded.stream())
                        .filter(content -> isWithin(calendars.of(organisation).dayOf(content.interactionAt()), spec))
                        .ifPresent(content -> lines.add(line(recorded.stream(), content)));
            }
        }
        return new ExportedPage(lines, events.size() < PAGE ? null : written(events.getLast().position()));
    }

    private static boolean isWithin(LocalDate day, ExportSpec spec) {
        LocalDate from = spec.from();
        LocalDate to = spec.to();
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private static Map<String, Object> line(StreamId stream, Content content) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(STREAM, stream.name());
        line.put("response", stream.name().substring(stream.name().indexOf('-') + 1));
        line.put("surveyVersion", content.surveyVersion());
        line.put("interactionAt", content.interactionAt());
        line.put("receivedAt", content.receivedAt());
        Circumstances of = content.circumstances();
        put(line, "channel", of.channel());
        put(line, "touchpoint", of.touchpoint());
        put(line, "group", of.group());
        put(line, "location", of.location());
        put(line, "department", of.department());
        put(line, "journey", of.journey());
        put(line, "pilot", of.pilot());
        for (Answer answer : content.answers()) {
            put(line, ANSWERS + answer.question(),
                    answer.value() != null ? answer.value() : String.join("|", answer.options()));
        }
        return line;
    }

    /** The same line with what is about a person, as far as nobody erased it. */
    Map<String, Object> withPersonal(String organisation, Map<String, Object> line) {
        Map<String, Object> whole = new LinkedHashMap<>(line);
        responses.find(new StreamId(organisation, String.valueOf(line.get(STREAM)))).ifPresent(content -> {
            Personal customer = content.customer();
            if (customer != null) {
                customer.reveal().ifPresent(pseudonym -> whole.put(CUSTOMER, pseudonym));
            }
            content.texts().forEach(text -> text.text().reveal()
                    .ifPresent(written -> whole.put(ANSWERS + text.question(), written)));
        });
        return whole;
    }

    private static void put(Map<String, Object> line, String column, @Nullable Object value) {
        if (value != null) {
            line.put(column, value);
        }
    }

    private static String written(Position position) {
        return position.generation() + " " + position.transaction() + ' ' + position.ordinal();
    }

    private static Position position(String written) {
        String[] parts = written.split(" ");
        return new Position(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
    }
}
