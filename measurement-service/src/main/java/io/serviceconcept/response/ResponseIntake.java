package io.serviceconcept.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.intake.SenderKeys;
import io.serviceconcept.survey.SurveyEvent;

/** Turns what a sender pushed into an event and the stream that is created by it. */
@ApplicationScoped
class ResponseIntake {

    private final StrictJson json;
    private final SenderKeys keys;

    ResponseIntake(StrictJson json, SenderKeys keys) {
        this.json = json;
        this.keys = keys;
    }

    /**
     * @throws InvalidInput with everything that is wrong, in shape and in substance
     */
    Intake.Item read(JsonNode body, String organisation, SurveyEvent.DrawnUp survey, Instant now) {
        List<Violation> violations = new ArrayList<>(new ResponseRules(survey, now).violations(body));
        try {
            NewResponse response = json.bind(body, NewResponse.class);
            if (violations.isEmpty()) {
                return new Intake.Item(response.id(), stream(organisation, survey, response.id()),
                        response.received(survey, now));
            }
        } catch (InvalidInput e) {
            violations.addAll(e.violations());
        }
        throw new InvalidInput(violations);
    }

    private StreamId stream(String organisation, SurveyEvent.DrawnUp survey, String id) {
        return StreamId.of(organisation, "response", keys.hmac("response", organisation, survey.survey(), id));
    }
}
