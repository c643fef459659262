package io.serviceconcept.volume;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.privacy.Table;
import io.serviceconcept.privacy.Withholding;

/** Turns volumes over days into response rates per period. */
final class ResponseRates {

    private ResponseRates() {
    }

    /** The volumes of a period and the share of those offered the survey who answered. */
    @Schema(name = "ResponseRate")
    record ResponseRate(PeriodKind periodKind, String period, LocalDate from, LocalDate to,
            @Schema(description = "Absent for all channels together.") @Nullable String channel, @Nullable Long customers,
            @Nullable Long offered,
            @Schema(description = "Absent, with the rate, for a channel where few answered or whose answers would give a few away.") @Nullable Long answered,
            @Schema(description = "Whether answers were counted elsewhere, all or some of them.") boolean reported,
            @Schema(description = "Answered of offered, in percent; absent where nobody is known to have been offered it.") @Nullable BigDecimal responseRate) {

        ResponseRate hidden() {
            return new ResponseRate(periodKind, period, from, to, channel, customers, offered, null, reported, null);
        }

        static ResponseRate of(Period period, Tally tally) {
            return new ResponseRate(period.kind(), period.label(), period.from(), period.to(), tally.channel(),
                    tally.customers(), tally.offered(), tally.answered(), tally.isReported(), tally.responseRate());
        }
    }

    /**
     * The rates per channel of all periods in which volumes are known, oldest first, as far as they may be seen.
     *
     * @param cells what may be said of the answers that are counted here
     */
    static List<ResponseRate> byChannel(PeriodKind kind, List<Tally> tallies, AnsweredCells cells) {
        List<ResponseRate> rates = new ArrayList<>();
        byPeriod(kind, tallies).forEach((day, of) -> {
            Period period = new Period(kind, day);
            List<Tally> channels = channels(of);
            Set<String> few = few(channels);
            for (Tally tally : channels) {
                String channel = Objects.requireNonNull(tally.channel());
                boolean hidden = few.contains(channel) || !tally.isReported() && cells.withheld(period, channel);
                ResponseRate rate = ResponseRate.of(period, tally);
                rates.add(hidden ? rate.hidden() : rate);
            }
        });
        return rates;
    }

    /** Few, and the next smallest with them. */
    private static Set<String> few(List<Tally> channels) {
        Map<String, Long> weights = new HashMap<>();
        channels.forEach(tally -> weights.put(Objects.requireNonNull(tally.channel()), tally.answered()));
        Table<String> together = new Table<>("", List.copyOf(weights.keySet()));
        weights.put("", weights.values().stream().mapToLong(Long::longValue).sum());
        return Withholding.SMALL.of(weights, List.of(together), Set.of(""), Set.of());
    }

    /**
     * The rates of all periods in which volumes are known, oldest first. All channels together are what was reported of
     * them together on the days of which something was, and the sum over the channels on other days.
     */
    static List<ResponseRate> of(PeriodKind kind, List<Tally> tallies) {
        List<ResponseRate> rates = new ArrayList<>();
        byPeriod(kind, tallies).forEach((day, of) -> rates.add(ResponseRate.of(new Period(kind, day), together(of))));
        return rates;
    }

    private static SortedMap<LocalDate, List<Tally>> byPeriod(PeriodKind kind, List<Tally> tallies) {
        SortedMap<LocalDate, List<Tally>> byPeriod = new TreeMap<>();
        for (Tally tally : tallies) {
            Period period = Period.of(kind, tally.from());
            // what reaches over its edge cannot be divided
            if (!tally.to().isAfter(period.to())) {
                byPeriod.computeIfAbsent(period.from(), day -> new ArrayList<>()).add(tally);
            }
        }
        return byPeriod;
    }

    private static Tally together(List<Tally> tallies) {
        List<Tally> parts = new ArrayList<>(Tally.apart(tallies.stream().filter(tally -> tally.channel() == null).toList()));
        List<Tally> ofAll = List.copyOf(parts);
        parts.addAll(channels(tallies.stream().filter(tally -> ofAll.stream().noneMatch(tally::overlaps)).toList()));
        return Tally.across(parts);
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
