package io.serviceconcept.privacy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.Slice;

/**
 * What of the weeks and days of a month is withheld. A week that reaches over the end of a month is two parts, each of
 * which lies in one, so that all periods can be drawn as one tree: a year, its quarters, months, parts of weeks, days.
 *
 * @param month a period of that kind
 */
public record MonthOfDays(Period month, Nesting nesting) {

    /** As with {@link Spreads#NONE}. */
    public Set<Place> withheld(Map<Place, Long> counts, Map<Slice, Long> ofMonth, Set<Slice> withheldOfMonth) {
        return withheld(counts, ofMonth, withheldOfMonth, Map.of(), Spreads.NONE);
    }

    /**
     * @param counts responses on the days of the month
     * @param ofMonth responses of the month
     * @param withheldOfMonth slices of the month that are withheld
     * @param seenAround weights of what can be seen of longer periods
     * @param spreads by which it can be told which slices happen to lie in others
     * @return the withheld places of the parts of weeks and of the days
     */
    public Set<Place> withheld(Map<Place, Long> counts, Map<Slice, Long> ofMonth, Set<Slice> withheldOfMonth,
            Map<Place, Long> seenAround, Spreads spreads) {
        Days whole = Days.of(month);
        List<Days> weeks = weeks();
        Map<Place, Long> weights = new HashMap<>();
        ofMonth.forEach((slice, n) -> weights.put(new Place(whole, slice), n));
        weights.putAll(seenAround);
        Set<Place> decided = new HashSet<>();
        withheldOfMonth.forEach(slice -> decided.add(new Place(whole, slice)));
        for (Days week : weeks) {
            counts.forEach((place, n) -> {
                if (week.hold(place.days())) {
                    weights.merge(new Place(week, place.slice()), n, Long::sum);
                }
            });
        }
        Set<Place> withheld = new HashSet<>(
                new Breakdown(whole, weeks, nesting).withheld(Withholding.SMALL, weights, decided, spreads));
        decided.addAll(withheld);
        Set<Place> above = Set.copyOf(decided);
        for (Days week : weeks) {
            List<Days> days = week.from().datesUntil(week.to().plusDays(1)).map(day -> new Days(day, day)).toList();
            if (days.size() > 1) {
                Map<Place, Long> ofWeek = new HashMap<>(weights);
                ofWeek.keySet().removeIf(place -> !place.days().hold(week));
                counts.forEach((place, n) -> {
                    if (week.hold(place.days())) {
                        ofWeek.put(place, n);
                    }
                });
                withheld.addAll(new Breakdown(week, days, nesting).withheld(Withholding.SMALL, ofWeek, above, spreads));
            }
        }
        return withheld;
    }

    /** The parts of weeks that lie in the month, in order. */
    List<Days> weeks() {
        List<Days> weeks = new ArrayList<>();
        LocalDate from = month.from();
        while (!from.isAfter(month.to())) {
            LocalDate sunday = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            LocalDate to = sunday.isAfter(month.to()) ? month.to() : sunday;
            weeks.add(new Days(from, to));
            from = to.plusDays(1);
        }
        return weeks;
    }
}
