package io.serviceconcept.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.observation.NewObservation.ReportedFigure;

/** An observation as the API shows it. */
@Schema(name = "ObservationView")
record ObservationView(String source, String key, String indicator, LocalDate from, LocalDate to, @Nullable BigDecimal value,
        @Nullable BigDecimal of, @Nullable ReportedFigure reported, @Nullable String channel, @Nullable String group,
        @Nullable String location, Instant receivedAt, @Nullable Instant correctedAt) {

    static ObservationView of(String key, ObservationState.Standing standing) {
        return switch (standing.content()) {
            case ObservationEvent.Counted counted -> new ObservationView(counted.source(), key, counted.indicator(),
                    counted.from(), counted.to(), counted.value(), counted.of(), null, counted.channel(), counted.group(),
                    counted.location(), counted.receivedAt(), standing.correctedAt());
            case ObservationEvent.Reported reported -> new ObservationView(reported.source(), key, reported.indicator(),
                    reported.from(), reported.to(), null, null, new ReportedFigure(reported.value(), reported.n()),
                    reported.channel(), reported.group(), reported.location(), reported.receivedAt(),
                    standing.correctedAt());
        };
    }
}
