package io.serviceconcept.volume;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;

/** Turns volumes over days into response rates per period. */
final class ResponseRates {

    private ResponseRates() {
    }

    /** The volumes of a period and the share of those offered the survey who answered. */
    @Schema(name = "ResponseRate")
    record ResponseRate(PeriodKind periodKind, String period, LocalDate from, LocalDate to,
            @Schema(description = "Absent for all channels together.") @Nullable String channel, @Nullable Long customers,
            @Nullable Long offered, long answered,
            @Schema(description = "Whether answers were counted elsewhere, all or some of them.") boolean reported,
            @Schema(description = "Answered over offered, 0 to 1; absent where nobody is known to have been offered it.") @Nullable BigDecimal responseRate) {

        static ResponseRate of(Period period, Tally tally) {
            return new ResponseRate(period.kind(), period.label(), period.from(), period.to(), tally.channel(),
                    tally.customers(), tally.offered(), tally.answered(), tally.isReported(), tally.responseRate());
        }
    }

    /**
     * The rates of all periods in which volumes are known, oldest first. All channels together are what was reported of
     * them together, or else the sum over the channels.
     *
     * @param byChannel a rate for each channel instead of one
     */
    static List<ResponseRate> of(PeriodKind kind, List<Tally> tallies, boolean byChannel) {
        SortedMap<LocalDate, List<Tally>> byPeriod = new TreeMap<>();
        for (Tally tally : tallies) {
            Period period = Period.of(kind, tally.from());
            // what reaches over its edge cannot be divided
            if (!tally.to().isAfter(period.to())) {
                byPeriod.computeIfAbsent(period.from(), day -> new ArrayList<>()).add(tally);
            }
        }
        List<ResponseRate> rates = new ArrayList<>();
        byPeriod.forEach((day, of) -> {
            Period period = new Period(kind, day);
            if (byChannel) {
                channels(of).forEach(tally -> rates.add(ResponseRate.of(period, tally)));
            } else {
                rates.add(ResponseRate.of(period, together(of)));
            }
        });
        return rates;
    }

    private static Tally together(List<Tally> tallies) {
        List<Tally> ofAll = tallies.stream().filter(tally -> tally.channel() == null).toList();
        return ofAll.isEmpty() ? Tally.across(channels(tallies)) : Tally.sum(ofAll);
    }

    private static List<Tally> channels(List<Tally> tallies) {
        SortedMap<String, List<Tally>> byChannel = new TreeMap<>();
        for (Tally tally : tallies) {
            String channel = tally.channel();
            if (channel != null) {
                byChannel.computeIfAbsent(channel, name -> new ArrayList<>()).add(tally);
            }
        }
        return byChannel.values().stream().map(Tally::sum).toList();
    }
}
