package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.privacy.Days;
import io.serviceconcept.privacy.MonthOfDays;
import io.serviceconcept.privacy.Nesting;
import io.serviceconcept.privacy.Place;

/**
 * What of figures that are computed when somebody asks may be seen beside what was released: days and weeks, and figures by a
 * former version of the definition. The latter may be seen where that of the version in use was released as it is now. Where
 * changes are held back no day or week may: two looks could be subtracted.
 */
final class Seen {

    private final Connection connection;
    private final IndicatorKey indicator;
    private final int version;
    private final int step;
    private final ReportedCells reported;
    private final Map<Period, Set<Place>> ofMonths = new HashMap<>();
    private final Map<Period, SortedMap<Slice, ReleaseCell>> released = new HashMap<>();
    private @Nullable Nesting nesting;

    /**
     * @param version of the definition
     * @param step how many changes of a place are shown together
     * @param reported what is withheld of the figures that others reported
     */
    Seen(Connection connection, IndicatorKey indicator, int version, int step, ReportedCells reported) {
        this.connection = connection;
        this.reported = reported;
        this.indicator = indicator;
        this.version = version;
        this.step = step;
    }

    Shown shown(Period period, Slice slice, Figure figure, boolean open) throws SQLException {
        boolean isWithheld = figure.basis() == Basis.RESPONSES && withheld(period, slice, figure)
                || ReportedCells.isOne(figure) && reported.withheld(period, slice);
        return isWithheld
                ? Shown.hidden(version, figure.basis(), open)
                : Shown.of(figure, version, open);
    }

    private boolean withheld(Period period, Slice slice, Figure figure) throws SQLException {
        if (Release.KINDS.contains(period.kind())) {
            ReleaseCell cell = released(period).get(slice);
            return cell == null || cell.withheld() || !Long.valueOf(cell.shownN()).equals(figure.n())
                    || step > 1 && cell.changes() > 0;
        }
        if (step > 1) {
            return true;
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

    private Set<Place> ofMonth(Period month) throws SQLException {
        Set<Place> known = ofMonths.get(month);
        if (known == null) {
            known = read(month);
            ofMonths.put(month, known);
        }
        return known;
    }

    private SortedMap<Slice, ReleaseCell> released(Period period) throws SQLException {
        SortedMap<Slice, ReleaseCell> known = released.get(period);
        if (known == null) {
            known = new ReleaseCellRows(connection, indicator).read(period.kind(), period.from(), period.from())
                    .getOrDefault(period.from(), new TreeMap<>());
            released.put(period, known);
        }
        return known;
    }

    private Set<Place> read(Period month) throws SQLException {
        Map<Place, Long> counts = DayCountRows.read(connection, indicator, month);
        Map<Slice, Long> ofMonth = counts.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().slice(), Map.Entry::getValue, Long::sum));
        // what was not released yet is not broken down either
        Set<Slice> withheld = new HashSet<>(ofMonth.keySet());
        released(month).forEach((slice, cell) -> {
            if (!cell.withheld()) {
                withheld.remove(slice);
            }
        });
        Nesting around = nesting;
        if (around == null) {
            around = NestingRows.read(connection, indicator.organisation());
            nesting = around;
        }
        Map<Place, Long> seenAround = new HashMap<>();
        for (PeriodKind kind : List.of(PeriodKind.QUARTER, PeriodKind.YEAR)) {
            Period longer = Period.of(kind, month.from());
            released(longer).forEach((slice, cell) -> {
                if (!cell.withheld()) {
                    seenAround.put(new Place(Days.of(longer), slice), cell.shownN());
                }
            });
        }
        return new MonthOfDays(month, around).withheld(counts, ofMonth, withheld, seenAround,
                new SpreadRows(connection, indicator));
    }
}
