package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
 * Which figures of days and weeks may be seen beside the months that were released. Where changes are held back none may:
 * days and weeks are computed when somebody asks, and two looks could be subtracted.
 */
final class DaysSeen {

    private final Connection connection;
    private final IndicatorKey indicator;
    private final int version;
    private final int step;
    private final Map<Period, Set<Place>> months = new HashMap<>();

    DaysSeen(Connection connection, IndicatorKey indicator, int version, int step) {
        this.connection = connection;
        this.indicator = indicator;
        this.version = version;
        this.step = step;
    }

    /** @param period a day or a week */
    Shown shown(Period period, Slice slice, Figure figure, boolean open) throws SQLException {
        return figure.basis() == Basis.RESPONSES && withheld(period, slice)
                ? Shown.hidden(version, figure.basis(), open)
                : Shown.of(figure, version, open);
    }

    private boolean withheld(Period period, Slice slice) throws SQLException {
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
        Set<Place> known = months.get(month);
        if (known == null) {
            known = read(month);
            months.put(month, known);
        }
        return known;
    }

    private Set<Place> read(Period month) throws SQLException {
        Map<Place, Long> counts = DayCountRows.read(connection, indicator, version, month);
        SortedMap<Slice, ReleaseCell> released = new ReleaseCellRows(connection, indicator, version)
                .read(PeriodKind.MONTH, month.from(), month.from()).getOrDefault(month.from(), new TreeMap<>());
        Map<Slice, Long> ofMonth = counts.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().slice(), Map.Entry::getValue, Long::sum));
        // what was not released yet is not broken down either
        Set<Slice> withheld = new HashSet<>(ofMonth.keySet());
        released.forEach((slice, cell) -> {
            if (!cell.withheld()) {
                withheld.remove(slice);
            }
        });
        return new MonthOfDays(month, Nesting.OF_PAIRS).withheld(counts, ofMonth, withheld);
    }
}
