package io.serviceconcept.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.SubjectId;
import io.serviceconcept.eventsourcing.Subjects;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.figure.Decimals;
import io.serviceconcept.intake.Ids;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.intake.LooseFields;
import io.serviceconcept.intake.Received;
import io.serviceconcept.intake.SenderKeys;
import io.serviceconcept.response.NewResponse.ResponseAnswer;
import io.serviceconcept.response.ResponseEvent.Answer;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.response.ResponseEvent.OpenText;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;

/** Turns what a sender pushed into an event and the stream that is created by it. */
@ApplicationScoped
public class ResponseIntake {

    /** The problem of an id that was used for another response. */
    public static final Problem REUSED = Problem.of(409, "response-id-reused", "Response id reused",
            "Another response to this survey has this id.");
    private static final BigDecimal MOST_VERSIONS = BigDecimal.valueOf(1_000_000);

    private final StrictJson json;
    private final SenderKeys keys;
    private final Subjects subjects;
    private final Surveys surveys;
    private final EventStore store;

    ResponseIntake(StrictJson json, SenderKeys keys, Subjects subjects, Surveys surveys, EventStore store) {
        this.json = json;
        this.keys = keys;
        this.subjects = subjects;
        this.surveys = surveys;
        this.store = store;
    }

    /**
     * @param survey any version of the survey that was answered; the JSON or the time of the interaction says which one was
     * @throws InvalidInput with everything that is wrong, in shape and in substance
     */
    public Intake.Item read(JsonNode body, String organisation, SurveyVersion survey, Instant now) {
        List<Violation> violations = new ArrayList<>();
        SurveyVersion answered = answered(body, organisation, survey, violations);
        violations.addAll(new ResponseRules(answered, now).violations(body));
        try {
            NewResponse response = json.bind(body, NewResponse.class);
            if (violations.isEmpty()) {
                StreamId stream = stream(organisation, survey.survey(), response.id());
                return new Intake.Item(response.id(), stream,
                        received(response.content(), organisation, stream, answered, now));
            }
        } catch (InvalidInput e) {
            violations.addAll(e.violations());
        }
        throw new InvalidInput(violations);
    }

    /**
     * What a response is to say from now on.
     *
     * @throws InvalidInput with everything that is wrong, in shape and in substance
     */
    ResponseReceived readContent(JsonNode body, String organisation, StreamId stream, SurveyVersion survey, Instant now) {
        List<Violation> violations = new ArrayList<>();
        SurveyVersion answered = answered(body, organisation, survey, violations);
        violations.addAll(new ResponseRules(answered, now).violations(body));
        try {
            ResponseContent content = json.bind(body, ResponseContent.class);
            if (violations.isEmpty()) {
                return received(content, organisation, stream, answered, now);
            }
        } catch (InvalidInput e) {
            violations.addAll(e.violations());
        }
        throw new InvalidInput(violations);
    }

    /** Whether a response stands under an id, as its sender chose it. */
    public boolean isTaken(String organisation, String survey, String id) {
        List<RecordedEvent> events = store.read(stream(organisation, survey, id), 0);
        return !events.isEmpty() && events.getLast().event() instanceof Received;
    }

    /** @param id as its sender chose it */
    StreamId stream(String organisation, String survey, String id) {
        return StreamId.of(organisation, "response", keys.hmac("response", organisation, survey, id));
    }

    /** The version that the JSON names, or else the one in use when the interaction took place. */
    private SurveyVersion answered(JsonNode body, String organisation, SurveyVersion survey, List<Violation> violations) {
        LooseFields fields = new LooseFields(body);
        BigDecimal named = fields.number("surveyVersion");
        if (named != null) {
            Optional<SurveyVersion> found = named.stripTrailingZeros().scale() <= 0 && named.compareTo(MOST_VERSIONS) <= 0
                    ? surveys.find(organisation, survey.survey(), named.intValue())
                    : Optional.empty();
            if (found.isEmpty()) {
                violations.add(new Violation("/surveyVersion", "is not a version of this survey"));
            }
            return found.orElse(survey);
        }
        Instant at = fields.instant("interactionAt");
        if (at == null || !at.isBefore(survey.inUseFrom()) || survey.version() == 1) {
            return survey;
        }
        return surveys.inUse(organisation, survey.survey(), at).orElse(survey);
    }

    private ResponseReceived received(ResponseContent content, String organisation, StreamId stream, SurveyVersion survey,
            Instant now) {
        String customer = content.customer();
        SubjectId subject = customer == null ? null : subjects.of(organisation, customer);
        Circumstances circumstances = new Circumstances(
                content.channel() == null ? survey.channel() : Ids.canonical(content.channel()),
                content.touchpoint() == null ? survey.touchpoint() : Ids.canonical(content.touchpoint()),
                Ids.canonicalOrNull(content.group()), content.location(), content.department(),
                Ids.canonicalOrNull(content.journey()), Ids.canonicalOrNull(content.pilot()));
        return new ResponseReceived(survey.survey(), survey.version(), content.interactionAt(),
                content.answers().stream().filter(answer -> answer.text() == null).map(ResponseIntake::answer).toList(),
                circumstances, customer == null || subject == null ? null : Personal.of(subject, customer),
                texts(content, organisation, stream, subject), now, null);
    }

    private static Answer answer(ResponseAnswer answer) {
        return new Answer(answer.question(), Decimals.canonicalOrNull(answer.value()),
                answer.options() == null ? List.of() : answer.options());
    }

    /** What somebody wrote who is not known is about somebody whom the response alone knows. */
    private List<OpenText> texts(ResponseContent content, String organisation, StreamId stream,
            @Nullable SubjectId customer) {
        List<OpenText> texts = new ArrayList<>();
        SubjectId subject = customer;
        for (ResponseAnswer answer : content.answers()) {
            String text = answer.text();
            if (text != null) {
                subject = subject == null ? subjects.of(organisation, "unnamed " + stream.name()) : subject;
                texts.add(new OpenText(answer.question(), Personal.of(subject, text)));
            }
        }
        return texts;
    }
}
