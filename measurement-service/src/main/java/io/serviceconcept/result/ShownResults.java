package io.serviceconcept.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.Indicators;
import io.serviceconcept.objective.Verdict;
import io.serviceconcept.result.ReleasedPercentiles.ReleasedEstimate;

/** The very results that the API lists, for those who write them elsewhere. */
@ApplicationScoped
public class ShownResults {

    private static final int PAGE = 200;

    private final Indicators indicators;
    private final ResultQueries queries;
    private final Calendars calendars;

    ShownResults(Indicators indicators, ResultQueries queries, Calendars calendars) {
        this.indicators = indicators;
        this.queries = queries;
        this.calendars = calendars;
    }

    /**
     * A result with what the indicator says of it, in the version of the definition that it is by. What may not be seen is not
     * in it.
     *
     * @param from the first day of the period
     * @param to the last
     * @param key of the slice; null for all
     * @param editions in force at the end of the period: the concept and the number, with a bar between them
     * @param correctedFigure what the figure of a closed period was before it was corrected
     * @param instrumentBreak whether it is not comparable with those before it
     * @param share of a CES the share of marks at or above 5, in percent
     * @param p50 the median; percentiles are there all three or none
     */
    public record ShownResult(String indicator, String name, String unit, int definitionVersion, PeriodKind period,
            LocalDate from, LocalDate to, boolean open, Dimension dimension, @Nullable String key, Basis basis,
            ResultState state, @Nullable Long n, @Nullable BigDecimal figure, @Nullable BigDecimal low,
            @Nullable BigDecimal high, List<String> editions, @Nullable Long correctedN,
            @Nullable BigDecimal correctedFigure, boolean instrumentBreak, @Nullable Long revision,
            @Nullable ShownNumber share, @Nullable ShownNumber p50, @Nullable ShownNumber p90, @Nullable ShownNumber p95,
            List<ShownVerdict> verdicts) {
    }

    /** A number beside a figure, with its interval where there is one. */
    public record ShownNumber(BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high) {

        static @Nullable ShownNumber of(@Nullable ReleasedEstimate estimate) {
            if (estimate == null) {
                return null;
            }
            ReleasedPeriod.ReleasedInterval interval = estimate.interval();
            return new ShownNumber(estimate.value(), interval == null ? null : interval.low(),
                    interval == null ? null : interval.high());
        }
    }

    /** What a result says about a target. */
    public record ShownVerdict(String concept, int edition, String objective, Verdict verdict, boolean provisional,
            boolean acrossInstrumentBreak) {
    }

    /**
     * Which results of an indicator.
     *
     * @param from a day in the first period, null for the first there is
     * @param to a day in the last period, null for the last there is
     * @param definitionVersion null for the one in use
     * @param asOf the moment at which they were known, by the definition in use; null for now
     */
    public record Asked(PeriodKind period, @Nullable LocalDate from, @Nullable LocalDate to, Dimension dimension,
            @Nullable Integer definitionVersion, @Nullable Instant asOf) {
    }

    /** @param next what to go on after; null on the last page */
    public record Page(List<ShownResult> results, @Nullable String next) {
    }

    /**
     * Some results in the order of the list; none when there is no such indicator.
     *
     * @param after what the page before gave; null for the first
     * @throws io.serviceconcept.eventsourcing.http.InvalidInput when the definition has no such version
     */
    public Page page(String organisation, String indicator, Asked asked, @Nullable String after, Instant now) {
        List<IndicatorEvent.Defined> versions = indicators.versions(organisation, indicator);
        if (versions.isEmpty()) {
            return new Page(List.of(), null);
        }
        // what was known at a moment was by the definition that was in use then
        AskedDefinition definition = AskedDefinition.of(versions, asked.asOf() == null ? asked.definitionVersion() : null);
        ResultQuery query = ResultQuery.of(asked.period(), asked.from(), asked.to(), asked.dimension(), asked.asOf(),
                new PageRequest(PAGE, after));
        List<ResultView> found = queries.list(organisation, definition, query, calendars.of(organisation).dayOf(now));
        boolean isLast = found.size() <= PAGE;
        List<ResultView> page = isLast ? found : found.subList(0, PAGE);
        return new Page(
                page.stream().map(view -> shown(versions.get(Math.min(view.definitionVersion(), versions.size()) - 1), view))
                        .toList(),
                isLast ? null : page.getLast().sortKey());
    }

    private static ShownResult shown(IndicatorEvent.Defined indicator, ResultView view) {
        ReleasedPeriod.ReleasedInterval interval = view.interval();
        ResultView.ResultCorrection corrected = view.corrected();
        ReleasedPercentiles percentiles = view.percentiles();
        return new ShownResult(indicator.indicator(), indicator.name(), indicator.unit(), view.definitionVersion(),
                view.period().kind(), view.period().from(), view.period().to(), view.open(), view.slice().dimension(),
                view.slice().key(), view.basis(), view.state(), view.n(), view.figure(),
                interval == null ? null : interval.low(), interval == null ? null : interval.high(),
                view.editions().stream().map(ReleasedEdition::key).toList(), corrected == null ? null : corrected.n(),
                corrected == null ? null : corrected.figure(), view.instrumentBreak(), view.revision(),
                ShownNumber.of(view.share()), ShownNumber.of(percentiles == null ? null : percentiles.p50()),
                ShownNumber.of(percentiles == null ? null : percentiles.p90()),
                ShownNumber.of(percentiles == null ? null : percentiles.p95()),
                view.verdicts().stream().map(verdict -> new ShownVerdict(verdict.concept(), verdict.edition(),
                        verdict.objective(), verdict.verdict(), verdict.provisional(), verdict.acrossInstrumentBreak()))
                        .toList());
    }
}
