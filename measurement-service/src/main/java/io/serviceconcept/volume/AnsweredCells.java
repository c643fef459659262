package io.serviceconcept.volume;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.privacy.Breakdown;
import io.serviceconcept.privacy.Days;
import io.serviceconcept.privacy.MonthOfDays;
import io.serviceconcept.privacy.Nesting;
import io.serviceconcept.privacy.Place;
import io.serviceconcept.privacy.Withholding;

/**
 * Of which channels it may not be said how many answered there, because they are few or would give a few away: decided from
 * the year down, as of results. How many answered in all is a fact about the organisation and always said.
 */
final class AnsweredCells {

    private final Map<Place, Long> days;
    private final boolean inSteps;
    private final LocalDate today;
    private final Map<Integer, Set<Place>> years = new HashMap<>();
    private final Map<Period, Set<Place>> months = new HashMap<>();

    /**
     * @param days how many answered, by day and channel
     * @param inSteps whether fewer changes than a step are held back: then nothing is said that can be looked at twice, of
     *        no day, no week and no period that is open
     */
    AnsweredCells(Map<Place, Long> days, boolean inSteps, LocalDate today) {
        this.days = new HashMap<>(days);
        days.forEach((place, n) -> this.days.merge(new Place(place.days(), Slice.ALL), n, Long::sum));
        this.inSteps = inSteps;
        this.today = today;
    }

    boolean withheld(Period period, String channel) {
        boolean isShort = period.kind() == PeriodKind.DAY || period.kind() == PeriodKind.WEEK;
        if (inSteps && (isShort || period.openOn(today))) {
            return true;
        }
        Slice slice = Slice.of(Dimension.CHANNEL, channel);
        if (!isShort) {
            return ofYear(Period.of(PeriodKind.YEAR, period.from())).contains(new Place(Days.of(period), slice));
        }
        LocalDate from = period.from();
        while (!from.isAfter(period.to())) {
            Period month = Period.of(PeriodKind.MONTH, from);
            LocalDate to = month.to().isBefore(period.to()) ? month.to() : period.to();
            if (ofMonth(month).contains(new Place(new Days(from, to), slice))) {
                return true;
            }
            from = to.plusDays(1);
        }
        return false;
    }

    private Set<Place> ofYear(Period year) {
        Set<Place> known = years.get(year.from().getYear());
        if (known == null) {
            known = new HashSet<>(decide(null, List.of(year), Set.of()));
            List<Period> quarters = parts(year, PeriodKind.QUARTER);
            known.addAll(decide(year, quarters, known));
            for (Period quarter : quarters) {
                known.addAll(decide(quarter, parts(quarter, PeriodKind.MONTH), known));
            }
            years.put(year.from().getYear(), known);
        }
        return known;
    }

    private Set<Place> decide(@Nullable Period whole, List<Period> spans, Set<Place> withheld) {
        Map<Place, Long> weights = new HashMap<>();
        List<Period> all = new ArrayList<>(spans);
        if (whole != null) {
            all.add(whole);
        }
        for (Period period : all) {
            within(period).forEach((place, n) -> weights.merge(new Place(Days.of(period), place.slice()), n, Long::sum));
        }
        return new Breakdown(whole == null ? null : Days.of(whole), spans.stream().map(Days::of).toList(), Nesting.OF_PAIRS)
                .withheld(Withholding.SMALL, weights, Set.copyOf(withheld));
    }

    private Set<Place> ofMonth(Period month) {
        Set<Place> known = months.get(month);
        if (known == null) {
            Map<Place, Long> counts = within(month);
            Map<Slice, Long> ofMonth = counts.entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().slice(), Map.Entry::getValue, Long::sum));
            Set<Slice> withheld = ofYear(Period.of(PeriodKind.YEAR, month.from())).stream()
                    .filter(place -> place.days().equals(Days.of(month))).map(Place::slice).collect(Collectors.toSet());
            known = new MonthOfDays(month, Nesting.OF_PAIRS).withheld(counts, ofMonth, withheld);
            months.put(month, known);
        }
        return known;
    }

    private Map<Place, Long> within(Period period) {
        Days some = Days.of(period);
        return days.entrySet().stream().filter(entry -> some.hold(entry.getKey().days()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Period> parts(Period whole, PeriodKind kind) {
        List<Period> parts = new ArrayList<>();
        for (Period part = Period.of(kind, whole.from()); !part.from().isAfter(whole.to()); part = part.next()) {
            parts.add(part);
        }
        return parts;
    }
}
