package io.serviceconcept.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MonthOfDaysTest {

    private static final Period MARCH = Period.of(PeriodKind.MONTH, LocalDate.of(2026, 3, 1));
    private static final MonthOfDays DAYS = new MonthOfDays(MARCH, Nesting.OF_PAIRS);

    private static Place on(int day) {
        LocalDate date = MARCH.from().plusDays(day - 1L);
        return new Place(new Days(date, date), Slice.ALL);
    }

    @Test
    void theWeeksOfAMonthEndWithIt() {
        assertThat(DAYS.weeks()).hasSize(6).startsWith(new Days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1)))
                .endsWith(new Days(LocalDate.of(2026, 3, 30), LocalDate.of(2026, 3, 31)));
    }

    @Test
    void aDayOfNineTakesAnotherDayOfItsWeekWithIt() {
        Set<Place> withheld = DAYS.withheld(Map.of(on(3), 9L, on(4), 30L, on(5), 12L, on(10), 20L), Map.of(Slice.ALL, 71L),
                Set.of());
        assertThat(withheld).containsExactlyInAnyOrder(on(3), on(5));
    }

    @Test
    void whatIsWithheldOfTheMonthIsWithheldOfItsDays() {
        assertThat(DAYS.withheld(Map.of(on(3), 40L), Map.of(Slice.ALL, 40L), Set.of(Slice.ALL))).contains(on(3));
    }

    /** Withheld days of a month, of each week and of what lies outside the weeks that are seen are none or ten together. */
    @Property(tries = 300)
    void noDifferenceOfPeriodsIsSmall(@ForAll @Size(31) List<@IntRange(max = 15) Integer> answers) {
        Map<Place, Long> counts = new HashMap<>();
        for (int day = 1; day <= 31; day++) {
            if (answers.get(day - 1) > 0) {
                counts.put(on(day), (long) answers.get(day - 1));
            }
        }
        long n = counts.values().stream().mapToLong(Long::longValue).sum();
        Set<Place> withheld = DAYS.withheld(counts, Map.of(Slice.ALL, n), n > 0 && n < 10 ? Set.of(Slice.ALL) : Set.of());
        if (n < 10) {
            assertThat(withheld).containsAll(counts.keySet());
            return;
        }
        long left = n;
        for (Days week : DAYS.weeks()) {
            if (!withheld.contains(new Place(week, Slice.ALL))) {
                long missing = counts.entrySet().stream().filter(entry -> week.hold(entry.getKey().days()))
                        .filter(entry -> withheld.contains(entry.getKey())).mapToLong(Map.Entry::getValue).sum();
                isNoneOrTen(missing);
                left -= counts.entrySet().stream().filter(entry -> week.hold(entry.getKey().days()))
                        .mapToLong(Map.Entry::getValue).sum();
            }
        }
        isNoneOrTen(left);
    }

    private static void isNoneOrTen(long responses) {
        assertThat(responses).satisfiesAnyOf(n -> assertThat(n).isZero(), n -> assertThat(n).isGreaterThanOrEqualTo(10));
    }
}
