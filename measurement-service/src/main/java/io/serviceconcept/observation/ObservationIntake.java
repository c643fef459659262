package io.serviceconcept.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.Indicators;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.intake.SenderKeys;

/** Turns what a sender pushed into an event and the stream that is created by it. */
@ApplicationScoped
public class ObservationIntake {

    /** The problem of a key that was used for another observation. */
    public static final Problem REUSED = Problem.of(409, "observation-key-reused", "Observation key reused",
            "Another observation from this source has this key; PUT corrects it.");

    private final StrictJson json;
    private final Indicators indicators;
    private final SenderKeys keys;
    private final Calendars calendars;

    ObservationIntake(StrictJson json, Indicators indicators, SenderKeys keys, Calendars calendars) {
        this.json = json;
        this.indicators = indicators;
        this.keys = keys;
        this.calendars = calendars;
    }

    /**
     * @throws InvalidInput with everything that is wrong, in shape and in substance
     */
    public Intake.Item read(JsonNode body, ObservationRules rules, String organisation, Instant now) {
        List<Violation> violations = new ArrayList<>(rules.violations(body));
        try {
            NewObservation observation = json.bind(body, NewObservation.class);
            if (violations.isEmpty()) {
                return new Intake.Item(observation.key(), stream(organisation, observation.source(), observation.key()),
                        observation.content().received(observation.source(), now));
            }
        } catch (InvalidInput e) {
            violations.addAll(e.violations());
        }
        throw new InvalidInput(violations);
    }

    /**
     * What an observation is to say from now on.
     *
     * @throws InvalidInput with everything that is wrong, in shape and in substance
     */
    ObservationEvent.Content readContent(JsonNode body, String source, String organisation, Instant now) {
        List<Violation> violations = new ArrayList<>(rules(organisation, now).violations(body));
        try {
            ObservationContent content = json.bind(body, ObservationContent.class);
            if (violations.isEmpty()) {
                return content.received(source, now);
            }
        } catch (InvalidInput e) {
            violations.addAll(e.violations());
        }
        throw new InvalidInput(violations);
    }

    /** The rules of one request: an indicator is looked up once, however many items name it. */
    public ObservationRules rules(String organisation, Instant now) {
        Map<String, Optional<IndicatorEvent.Defined>> known = new HashMap<>();
        return new ObservationRules(
                id -> known.computeIfAbsent(id, i -> indicators.find(organisation, i)), calendars.of(organisation).dayOf(now));
    }

    StreamId stream(String organisation, String source, String key) {
        return StreamId.of(organisation, "observation", keys.hmac("observation", organisation, source, key));
    }
}
