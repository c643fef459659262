package io.serviceconcept.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.result.InstrumentBreaks;
import io.serviceconcept.result.ReleasedSeries;
import io.serviceconcept.result.ReleasedSeries.SeenFigure;

/** Reads what is analysed: figures of periods that are over, as they were released. */
@ApplicationScoped
class SeriesReading {

    /** Nothing is measured before it. */
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private final ReleasedSeries released;
    private final InstrumentBreaks breaks;
    private final Calendars calendars;

    SeriesReading(ReleasedSeries released, InstrumentBreaks breaks, Calendars calendars) {
        this.released = released;
        this.breaks = breaks;
        this.calendars = calendars;
    }

    /** What cannot be seen, or lacks something, is a gap. */
    Series of(String organisation, IndicatorEvent.Defined indicator, SeriesQuestion question) {
        return of(organisation, indicator, question, question.from());
    }

    /**
     * The same with what comes before: from the beginning of the series, or of days and weeks, which are not kept but
     * computed, from the beginning of the year.
     */
    Series withWhatCameBefore(String organisation, IndicatorEvent.Defined indicator, SeriesQuestion question) {
        boolean isKept = question.kind() != PeriodKind.DAY && question.kind() != PeriodKind.WEEK;
        LocalDate from = isKept ? BEGINNING
                : Period.of(question.kind(), question.from().withDayOfYear(1)).from();
        return of(organisation, indicator, question, from);
    }

    private Series of(String organisation, IndicatorEvent.Defined indicator, SeriesQuestion question, LocalDate from) {
        SortedMap<LocalDate, Period> periods = new TreeMap<>();
        SortedMap<LocalDate, BigDecimal> figures = new TreeMap<>();
        for (SeenFigure seen : released.of(organisation, indicator, question.kind(), question.slice(), from,
                question.to(), question.asOf(), today(organisation))) {
            if (!seen.open()) {
                periods.put(seen.period().from(), seen.period());
                BigDecimal figure = seen.figure();
                if (figure != null && seen.complete()) {
                    figures.put(seen.period().from(), figure);
                }
            }
        }
        return Series.of(periods, figures, breaks.of(organisation, indicator));
    }

    LocalDate today(String organisation) {
        return calendars.of(organisation).dayOf(calendars.now());
    }
}
