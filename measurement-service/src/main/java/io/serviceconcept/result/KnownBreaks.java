package io.serviceconcept.result;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.survey.Surveys;

/** The days from which on answers are not comparable with those before, as they were known within the last second. */
@ApplicationScoped
class KnownBreaks {

    private static final int KEPT = 10_000;
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Surveys surveys;
    private final Calendars calendars;
    private final Map<IndicatorKey, Known> known = new ConcurrentHashMap<>();

    KnownBreaks(Surveys surveys, Calendars calendars) {
        this.surveys = surveys;
        this.calendars = calendars;
    }

    private record Known(List<LocalDate> breaks, long readAt) {

        boolean isFresh() {
            return System.nanoTime() - readAt < FRESH;
        }
    }

    List<LocalDate> of(String organisation, IndicatorEvent.Defined indicator) {
        IndicatorKey key = new IndicatorKey(organisation, indicator.indicator());
        Known kept = known.get(key);
        if (kept != null && kept.isFresh()) {
            return kept.breaks();
        }
        Known read = new Known(surveys.breaks(organisation, indicator).stream().map(calendars.of(organisation)::dayOf).toList(),
                System.nanoTime());
        if (known.size() < KEPT || known.containsKey(key)) {
            known.put(key, read);
        }
        return read.breaks();
    }
}
