package io.serviceconcept.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.IndicatorEvent;

/** The figures of a slice period by period, as far as they may be seen, for whoever analyses them. */
@ApplicationScoped
public class ReleasedSeries {

    private static final int ALL = 1_000_000;

    private final ResultQueries queries;

    ReleasedSeries(ResultQueries queries) {
        this.queries = queries;
    }

    /**
     * @param figure null when it may not be seen
     * @param complete false for a census that lacks something
     */
    public record SeenFigure(Period period, Basis basis, boolean open, boolean complete, @Nullable Long n,
            @Nullable BigDecimal figure, @Nullable BigDecimal low, @Nullable BigDecimal high) {
    }

    /**
     * The figures of all periods of which something is known, in order.
     *
     * @param from a day in the first period
     * @param to a day in the last period
     * @param asOf the moment at which it was known, of months, quarters and years; null for now
     * @param today days before it are over
     */
    public List<SeenFigure> of(String organisation, IndicatorEvent.Defined indicator, PeriodKind kind, Slice slice,
            LocalDate from, LocalDate to, @Nullable Instant asOf, LocalDate today) {
        ResultQuery query = ResultQuery.of(kind, from, to, slice.dimension(), asOf, new PageRequest(ALL, null)).of(slice);
        List<SeenFigure> series = new ArrayList<>();
        for (ResultView result : queries.list(organisation, new AskedDefinition(indicator, true), query, today)) {
            ReleasedPeriod.ReleasedInterval interval = result.interval();
            series.add(new SeenFigure(new Period(kind, result.period().from()), result.basis(), result.open(),
                    result.state() == ResultState.RELEASED, result.n(), result.figure(),
                    interval == null ? null : interval.low(), interval == null ? null : interval.high()));
        }
        return series;
    }
}
