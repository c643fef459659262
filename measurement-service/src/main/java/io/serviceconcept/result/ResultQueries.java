package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.concepts.EditionCopy;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.IndicatorEvent;

/**
 * Reads results. Months, quarters and years are read as they were released, so that the API never says anything else than
 * Kafka; days and weeks are computed by the same code, as nobody is sent those.
 */
@ApplicationScoped
class ResultQueries {

    private final AgroalDataSource dataSource;
    private final ReleaseSteps steps;
    private final EditionCopy editions;
    private final InstrumentBreaks breaks;

    ResultQueries(AgroalDataSource dataSource, ReleaseSteps steps, EditionCopy editions, InstrumentBreaks breaks) {
        this.dataSource = dataSource;
        this.steps = steps;
        this.editions = editions;
        this.breaks = breaks;
    }

    /**
     * One more than the page holds, so that it knows whether there is a next one.
     *
     * @param asked the indicator in a version of its definition that is in use or was
     */
    List<ResultView> list(String organisation, AskedDefinition asked, ResultQuery query, LocalDate today) {
        IndicatorEvent.Defined indicator = asked.definition();
        try (Connection connection = dataSource.getConnection()) {
            if (asked.inUse() && Release.KINDS.contains(query.kind())) {
                return ReleasedPageRows.read(connection, new IndicatorKey(organisation, indicator.indicator()), query);
            }
            FigureQueries figures = new FigureQueries(connection, organisation, indicator,
                    breaks.of(organisation, indicator));
            Map<Slice, Set<Period>> broken = figures.firstFrom(query.kind(), query.dimension(), figures.breaks());
            return computed(figures, query, today).stream()
                    .map(result -> broken.getOrDefault(result.ofSlice(), Set.of()).stream().anyMatch(result::isAbout)
                            ? result.atInstrumentBreak()
                            : result)
                    .toList();
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    private List<ResultView> computed(FigureQueries figures, ResultQuery query, LocalDate today) throws SQLException {
        IndicatorEvent.Defined indicator = figures.indicator();
        Seen seen = new Seen(figures.connection(), new IndicatorKey(figures.organisation(), indicator.indicator()),
                indicator.version(), steps.of(figures.organisation(), indicator), new ReportedCells(figures, today,
                        NestingRows.read(figures.connection(), figures.organisation())));
        InForceRows inForce = InForceRows.read(figures.connection(), editions,
                new IndicatorKey(figures.organisation(), indicator.indicator()));
        List<ResultView> results = new ArrayList<>();
        List<Period> periods = FigureQueries.periods(List.of(query.kind()),
                figures.daysWithData(query.afterDay(), query.to()));
        for (Period period : periods) {
            for (Map.Entry<Slice, Figure> entry : figures.of(period, today).entrySet()) {
                Slice slice = entry.getKey();
                if (query.asksFor(slice) && !wasListed(period, slice, query)) {
                    results.add(ResultView.of(period, slice,
                            seen.shown(period, slice, entry.getValue(), period.openOn(today)).in(inForce.of(period, today)),
                            null, null, List.of()));
                }
            }
            if (results.size() > query.page().limit()) {
                return results.subList(0, query.page().limit() + 1);
            }
        }
        return results;
    }

    private static boolean wasListed(Period period, Slice slice, ResultQuery query) {
        String key = query.afterKey();
        return key != null && period.from().equals(query.afterDay()) && slice.key().compareTo(key) <= 0;
    }
}
