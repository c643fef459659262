package io.serviceconcept.result;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.privacy.Breakdown;
import io.serviceconcept.privacy.Days;
import io.serviceconcept.privacy.Nesting;
import io.serviceconcept.privacy.Place;
import io.serviceconcept.privacy.Spread;
import io.serviceconcept.privacy.Spreads;
import io.serviceconcept.privacy.Withholding;

/**
 * What of an indicator's year, its quarters and its months may be seen. The year is decided first, then its quarters, then
 * the months of those quarters of which something is another than before, or of which a month is close to what is seen
 * otherwise of the year now, so that a release costs a few periods.
 */
final class YearOfCells {

    private final ReleaseCellRows rows;
    private final Period year;
    private final int step;
    private final Nesting nesting;
    private final Set<Place> awaited;
    private final Spreads spreads;
    private final Map<Period, SortedMap<Slice, ReleaseCell>> cells = new HashMap<>();
    private final Map<Period, SortedMap<Slice, ReleaseCell>> stored = new HashMap<>();
    private final Set<Period> counted = new HashSet<>();
    private final Set<Place> withheld = new HashSet<>();
    private final Set<Place> held = new HashSet<>();
    private final Map<Place, Long> changes = new HashMap<>();
    private final SortedSet<Period> changed = new TreeSet<>(
            Comparator.comparing(Period::kind).reversed().thenComparing(Period::from));

    /**
     * @param step how many changes of a place are shown together
     * @param awaited places that longer periods do not hold yet
     * @param spreads of all that was answered
     */
    YearOfCells(ReleaseCellRows rows, LocalDate day, int step, Nesting nesting, Set<Place> awaited, Spreads spreads) {
        this.rows = rows;
        this.year = Period.of(PeriodKind.YEAR, day);
        this.step = step;
        this.nesting = nesting;
        this.awaited = Set.copyOf(awaited);
        this.spreads = spreads;
    }

    /** Takes in the figures of a period as they are now. */
    void count(Period period, SortedMap<Slice, Figure> figures) throws SQLException {
        SortedMap<Slice, ReleaseCell> known = of(period);
        SortedMap<Slice, ReleaseCell> now = new TreeMap<>();
        known.forEach((slice, cell) -> now.put(slice, cell.counted(0, null)));
        figures.forEach((slice, figure) -> {
            Long n = figure.n();
            if (figure.basis() == Basis.RESPONSES && n != null) {
                now.put(slice, known.getOrDefault(slice, ReleaseCell.NEW).counted(n, step > 1 ? figure.toString() : null));
            }
        });
        cells.put(period, now);
        counted.add(period);
    }

    /** Decides about all that was counted. */
    void decide() throws SQLException {
        decide(null, List.of(year));
        List<Period> quarters = parts(year, PeriodKind.QUARTER);
        decide(year, quarters);
        Set<LocalDate> close = closeToTheYear();
        for (Period quarter : quarters) {
            List<Period> months = parts(quarter, PeriodKind.MONTH);
            if (changed.contains(quarter)
                    || months.stream().anyMatch(month -> counted.contains(month) || close.contains(month.from()))) {
                decide(quarter, months);
            }
        }
    }

    /**
     * The first days of months with something that weighs little less than a slice of the year whose answers can be seen now
     * and could not before, or the other way round, or are more or fewer: wherever in the year they were given.
     */
    private Set<LocalDate> closeToTheYear() throws SQLException {
        Map<Slice, Long> before = seen(stored.getOrDefault(year, new TreeMap<>()));
        Map<Slice, Long> now = seen(of(year));
        Set<Long> counts = new HashSet<>();
        Stream.concat(before.keySet().stream(), now.keySet().stream())
                .filter(slice -> !Objects.equals(before.get(slice), now.get(slice)))
                .forEach(slice -> Stream.of(before, now).map(seen -> seen.get(slice)).filter(Objects::nonNull)
                        .forEach(counts::add));
        return counts.isEmpty() ? Set.of() : rows.monthsBelow(year, counts, Withholding.SMALL.least());
    }

    /** The slices that can be seen, and how many answers are in each; all together are not compared with slices. */
    private static Map<Slice, Long> seen(SortedMap<Slice, ReleaseCell> cells) {
        Map<Slice, Long> seen = new HashMap<>();
        cells.forEach((slice, cell) -> {
            if (slice.dimension() != Dimension.ALL && !cell.withheld()) {
                seen.put(slice, cell.shownN());
            }
        });
        return seen;
    }

    /** The periods of which something was counted, or may be seen now and could not before, or the other way round. */
    SortedSet<Period> changed() {
        return changed;
    }

    /** Whether a place may not be seen. */
    boolean withheld(Period period, Slice slice) throws SQLException {
        ReleaseCell cell = of(period).get(slice);
        return cell != null && cell.withheld();
    }

    /** Whether a place goes on to show what it showed before. */
    boolean held(Period period, Slice slice) throws SQLException {
        ReleaseCell cell = of(period).get(slice);
        return cell != null && !cell.withheld() && cell.changes() > 0 && step > 1;
    }

    /** The responses behind the figure that may be seen, 0 when there is none. */
    long n(Period period, Slice slice) throws SQLException {
        ReleaseCell cell = of(period).get(slice);
        return cell == null ? 0 : cell.n();
    }

    /** Withholds a place after all: its figure is ahead of what was decided on, and its own turn is yet to come. */
    void withhold(Period period, Slice slice) throws SQLException {
        of(period).computeIfPresent(slice, (s, cell) -> cell.withhold());
    }

    /** Whether changes of a month of a period are held back, up to a day. */
    boolean anyHeld(Period period, LocalDate through, Slice slice) throws SQLException {
        for (Period month : parts(period, PeriodKind.MONTH)) {
            if (!month.from().isAfter(through) && held(month, slice)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the sum over the months of a period up to a day may be seen beside what is listed: what it holds of months that
     * may not be seen, and what the rest of the period holds of those, is nothing or enough.
     */
    boolean sumMayBeSeen(Period period, LocalDate through, Slice slice) throws SQLException {
        if (withheld(period, slice) && !through.isBefore(period.to())) {
            return false;
        }
        List<Long> within = new ArrayList<>();
        List<Long> after = new ArrayList<>();
        for (Period month : parts(period, PeriodKind.MONTH)) {
            if (withheld(month, slice) && n(month, slice) > 0) {
                (month.from().isAfter(through) ? after : within).add(n(month, slice));
            }
        }
        return Withholding.SMALL.isEnough(within) && Withholding.SMALL.isEnough(after)
                && (!through.isBefore(period.to()) || !withheldOfSums(period, through).contains(slice));
    }

    /** What would be withheld of the sums up to a day if they were listed, beside the period that they are of. */
    private Set<Slice> withheldOfSums(Period period, LocalDate through) throws SQLException {
        Days whole = Days.of(period);
        Days sum = new Days(period.from(), through);
        Days rest = new Days(through.plusDays(1), period.to());
        Map<Place, Long> weights = new HashMap<>();
        Set<Place> decided = new HashSet<>();
        of(period).forEach((slice, cell) -> {
            weights.put(new Place(whole, slice), cell.n());
            if (cell.withheld()) {
                decided.add(new Place(whole, slice));
            }
        });
        for (Period month : parts(period, PeriodKind.MONTH)) {
            of(month).forEach((slice, cell) -> {
                if (!awaited.contains(new Place(Days.of(month), slice))) {
                    weights.merge(new Place(month.from().isAfter(through) ? rest : sum, slice), cell.n(), Long::sum);
                }
            });
        }
        return new Breakdown(whole, List.of(sum, rest), nesting).withheld(Withholding.SMALL, weights, decided, spreads)
                .stream().filter(place -> place.days().equals(sum)).map(Place::slice).collect(Collectors.toSet());
    }

    void write() throws SQLException {
        Map<Period, SortedMap<Slice, ReleaseCell>> written = new HashMap<>();
        for (Period period : changed) {
            SortedMap<Slice, ReleaseCell> now = new TreeMap<>(of(period));
            now.entrySet().removeAll(stored.getOrDefault(period, new TreeMap<>()).entrySet());
            written.put(period, now);
        }
        rows.write(written);
    }

    private void decide(@Nullable Period whole, List<Period> spans) throws SQLException {
        Breakdown breakdown = new Breakdown(whole == null ? null : Days.of(whole), spans.stream().map(Days::of).toList(),
                nesting, awaited);
        List<Period> all = new ArrayList<>(spans);
        if (whole != null) {
            all.add(whole);
        }
        if (step > 1) {
            // of the whole, those that it had before it was decided about
            Map<Place, Long> ofThese = new HashMap<>();
            for (Period period : all) {
                of(period).forEach((slice, cell) -> {
                    Place place = new Place(Days.of(period), slice);
                    ofThese.put(place, changes.computeIfAbsent(place, p -> cell.changes()));
                });
            }
            held.addAll(breakdown.withheld(Withholding.changes(step), ofThese, held));
        }
        Map<Place, Long> shown = new HashMap<>();
        for (Period period : all) {
            of(period).forEach((slice, cell) -> {
                Place place = new Place(Days.of(period), slice);
                shown.put(place, held.contains(place) ? cell.shownN() : cell.n());
            });
        }
        if (whole != null && whole.kind() == PeriodKind.QUARTER) {
            shown.putAll(shownOfYear());
        }
        withheld.addAll(breakdown.withheld(Withholding.SMALL, shown, withheld, this::spreads));
        for (Period period : spans) {
            settle(period);
        }
    }

    private Map<Place, Long> shownOfYear() throws SQLException {
        Map<Place, Long> shown = new HashMap<>();
        of(year).forEach((slice, cell) -> shown.put(new Place(Days.of(year), slice), cell.shownN()));
        return shown;
    }

    /** As far as they are of the very responses that were counted. */
    private Map<Slice, Spread> spreads(Days days, Set<Slice> slices) {
        Map<Slice, Spread> now = spreads.of(days, slices);
        Map<Slice, Spread> told = new HashMap<>();
        for (Slice slice : slices) {
            Spread spread = now.getOrDefault(slice, Spread.UNTOLD);
            for (Place place : awaited) {
                if (place.slice().equals(slice) && days.hold(place.days()) && !days.equals(place.days())) {
                    spread = spread.before(place.days().from());
                }
            }
            told.put(slice, spread.n() == counted(days, slice) ? spread : Spread.UNTOLD);
        }
        return told;
    }

    private long counted(Days days, Slice slice) {
        return cells.entrySet().stream().filter(entry -> Days.of(entry.getKey()).equals(days))
                .map(entry -> entry.getValue().get(slice)).filter(Objects::nonNull).mapToLong(ReleaseCell::n).sum();
    }

    private void settle(Period period) throws SQLException {
        SortedMap<Slice, ReleaseCell> settled = new TreeMap<>();
        boolean differs = counted.contains(period);
        for (Map.Entry<Slice, ReleaseCell> entry : of(period).entrySet()) {
            Place place = new Place(Days.of(period), entry.getKey());
            ReleaseCell before = entry.getValue();
            ReleaseCell after = after(place, before);
            differs |= !after.equals(before);
            settled.put(entry.getKey(), after);
        }
        if (differs) {
            cells.put(period, settled);
            changed.add(period);
        }
    }

    private ReleaseCell after(Place place, ReleaseCell before) {
        if (withheld.contains(place) || before.n() == 0) {
            return before.withhold();
        }
        return held.contains(place) && before.changes() > 0 ? before.held() : before.shown();
    }

    private SortedMap<Slice, ReleaseCell> of(Period period) throws SQLException {
        SortedMap<Slice, ReleaseCell> known = cells.get(period);
        if (known == null) {
            Period around = period.kind() == PeriodKind.MONTH ? Period.of(PeriodKind.QUARTER, period.from())
                    : Period.of(PeriodKind.YEAR, period.from());
            SortedMap<LocalDate, SortedMap<Slice, ReleaseCell>> found = rows.read(period.kind(), around.from(), around.to());
            for (Period part : parts(around, period.kind())) {
                SortedMap<Slice, ReleaseCell> ofPart = found.getOrDefault(part.from(), new TreeMap<>());
                cells.put(part, ofPart);
                stored.put(part, new TreeMap<>(ofPart));
            }
            known = cells.getOrDefault(period, new TreeMap<>());
        }
        return known;
    }

    static List<Period> parts(Period whole, PeriodKind kind) {
        List<Period> parts = new ArrayList<>();
        for (Period part = Period.of(kind, whole.from()); !part.from().isAfter(whole.to()); part = part.next()) {
            parts.add(part);
        }
        return parts;
    }
}
