package io.serviceconcept.result;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.privacy.Breakdown;
import io.serviceconcept.privacy.Days;
import io.serviceconcept.privacy.Nesting;
import io.serviceconcept.privacy.Place;
import io.serviceconcept.privacy.Withholding;

/**
 * What is withheld of figures that others computed and reported with the number of people behind them. Of a year that is
 * decided from the year down; of a day or a week among its slices. Who reports no total has no table.
 */
final class ReportedCells {

    private final FigureQueries figures;
    private final LocalDate today;
    private final Nesting nesting;
    private final Map<Integer, Set<Place>> withheldOfYears = new HashMap<>();

    ReportedCells(FigureQueries figures, LocalDate today, Nesting nesting) {
        this.figures = figures;
        this.today = today;
        this.nesting = nesting;
    }

    static boolean isOne(Figure figure) {
        return figure.basis() == Basis.REPORTED && figure.n() != null;
    }

    boolean withheld(Period period, Slice slice) throws SQLException {
        Days days = Days.of(period);
        if (!Release.KINDS.contains(period.kind())) {
            return new Breakdown(null, List.of(days), nesting)
                    .withheld(Withholding.SMALL, weights(Set.of(period)), Set.of()).contains(new Place(days, slice));
        }
        Set<Place> known = withheldOfYears.get(period.from().getYear());
        if (known == null) {
            known = ofYear(Period.of(PeriodKind.YEAR, period.from()));
            withheldOfYears.put(period.from().getYear(), known);
        }
        return known.contains(new Place(days, slice));
    }

    /** The periods of a year of which something was reported. */
    Set<Period> periods(Period year) throws SQLException {
        SortedSet<Days> reported = figures.reportedDays(year.from(), year.to());
        return FigureQueries
                .periods(Release.KINDS,
                        reported.stream().map(Days::from).collect(Collectors.toCollection(TreeSet::new)))
                .stream().filter(period -> reported.contains(Days.of(period))).collect(Collectors.toSet());
    }

    private Set<Place> ofYear(Period year) throws SQLException {
        Map<Place, Long> weights = weights(periods(year));
        List<Days> quarters = YearOfCells.parts(year, PeriodKind.QUARTER).stream().map(Days::of).toList();
        Set<Place> withheld = new HashSet<>(decide(null, List.of(Days.of(year)), weights, Set.of()));
        withheld.addAll(decide(Days.of(year), quarters, weights, withheld));
        for (Period quarter : YearOfCells.parts(year, PeriodKind.QUARTER)) {
            List<Days> months = YearOfCells.parts(quarter, PeriodKind.MONTH).stream().map(Days::of).toList();
            withheld.addAll(decide(Days.of(quarter), months, weights, Set.copyOf(withheld)));
        }
        return withheld;
    }

    private Set<Place> decide(@Nullable Days whole, List<Days> spans, Map<Place, Long> weights,
            Set<Place> withheld) {
        Map<Place, Long> own = new HashMap<>(weights);
        own.keySet().removeIf(place -> !spans.contains(place.days()) && !place.days().equals(whole));
        return new Breakdown(whole, spans, nesting).withheld(Withholding.SMALL, own, withheld);
    }

    private Map<Place, Long> weights(Set<Period> periods) throws SQLException {
        Map<Place, Long> weights = new HashMap<>();
        for (Period period : periods) {
            figures.of(period, today).forEach((slice, figure) -> {
                Long n = figure.n();
                if (figure.basis() == Basis.REPORTED && n != null) {
                    weights.put(new Place(Days.of(period), slice), n);
                }
            });
        }
        return weights;
    }
}
