package io.serviceconcept.volume;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.intake.SenderKeys;
import io.serviceconcept.volume.VolumeEvent.VolumeReported;

/** Turns what a sender pushed into an event and the stream that is created by it: days and channel are its identity. */
@ApplicationScoped
public class VolumeIntake {

    /** The problem of other volumes over the same days and channel. */
    public static final Problem REUSED = Problem.of(409, "volume-reported-before", "Reported before",
            "Other volumes were reported over these days and this channel; correct them.");

    private static final String CATEGORY = "volume";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final StrictJson json;
    private final SenderKeys keys;
    private final Calendars calendars;

    VolumeIntake(StrictJson json, SenderKeys keys, Calendars calendars) {
        this.json = json;
        this.keys = keys;
        this.calendars = calendars;
    }

    /**
     * @throws InvalidInput with everything that is wrong, in shape and in substance
     */
    public Intake.Item read(JsonNode body, String organisation, String survey, Instant now) {
        List<Violation> violations = new ArrayList<>(new VolumeRules(calendars.of(organisation).dayOf(now)).violations(body));
        try {
            NewVolume volume = json.bind(body, NewVolume.class);
            if (violations.isEmpty()) {
                VolumeReported reported = volume.reported(survey, now);
                StreamId stream = StreamId.of(organisation, CATEGORY,
                        keys.hmac("volume", organisation, survey, reported.from().toString(), reported.to().toString(),
                                reported.channel() == null ? "" : reported.channel()));
                return new Intake.Item(idOf(stream), stream, reported);
            }
        } catch (InvalidInput e) {
            violations.addAll(e.violations());
        }
        throw new InvalidInput(violations);
    }

    /**
     * @throws InvalidInput with everything that is wrong, in shape and in substance
     */
    VolumeFigures readFigures(JsonNode body) {
        List<Violation> violations = new ArrayList<>(VolumeRules.ofFigures(body));
        try {
            VolumeFigures figures = json.bind(body, VolumeFigures.class);
            if (violations.isEmpty()) {
                return figures;
            }
        } catch (InvalidInput e) {
            violations.addAll(e.violations());
        }
        throw new InvalidInput(violations);
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static StreamId stream(String organisation, String id) {
        return StreamId.of(organisation, CATEGORY, id);
    }

    static String idOf(StreamId stream) {
        return stream.name().substring(CATEGORY.length() + 1);
    }
}
