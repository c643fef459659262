package io.serviceconcept.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Decimals;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.response.ResponseEvent.Circumstances;

/**
 * What is counted of one response: kept as it was counted, so that exactly that can be taken away again.
 *
 * @param day of the interaction, where the organisation is
 * @param fed in the order of the questions
 */
record CountedResponse(String survey, int surveyVersion, LocalDate day, Place place, List<Fed> fed) {

    /** Averages that do not come out even are rounded here, once, so that every later sum is exact. */
    private static final int DECIMALS = 12;

    CountedResponse {
        fed = List.copyOf(fed);
    }

    /**
     * Where the interaction took place and what it was part of, as it was known when it was counted.
     *
     * @param toldJourney the journey that the sender told; otherwise the touchpoint's
     */
    record Place(@Nullable String channel, @Nullable String layer, @Nullable String group, @Nullable String touchpoint,
            @Nullable String journey, @Nullable String service, @Nullable String location, @Nullable String department,
            @Nullable String edition, @Nullable String pilot, @Nullable String toldJourney) {

        /** What the sender told of it. */
        Circumstances told() {
            return new Circumstances(channel, touchpoint, group, location, department, toldJourney, pilot);
        }
    }

    /**
     * A number that an answer feeds into an indicator.
     *
     * @param derived whether the need is that of the touchpoint: the question names none
     */
    record Fed(String indicator, @Nullable String need, BigDecimal value, boolean derived) {

        /** The same where that is the need of the touchpoint. What was counted by earlier code does not tell. */
        Fed ofTouchpoint(@Nullable String touchpointsNeed) {
            return derived || need == null ? new Fed(indicator, touchpointsNeed, value, true) : this;
        }
    }

    /** @param value the average of the answers that feed the indicator within the slice */
    record Mark(String indicator, Slice slice, BigDecimal value) {
    }

    /**
     * The marks it gives: one per indicator and slice. Several questions for one indicator are averaged first, so that a
     * person counts once.
     */
    List<Mark> marks() {
        Map<String, List<Fed>> byIndicator = fed.stream()
                .collect(Collectors.groupingBy(Fed::indicator, TreeMap::new, Collectors.toList()));
        List<Mark> marks = new ArrayList<>();
        byIndicator.forEach((indicator, ofIndicator) -> addAll(marks, indicator, ofIndicator));
        return marks;
    }

    private void addAll(List<Mark> marks, String indicator, List<Fed> ofIndicator) {
        BigDecimal mark = average(ofIndicator);
        for (Slice slice : slices()) {
            marks.add(new Mark(indicator, slice, mark));
        }
        Map<String, List<Fed>> byNeed = ofIndicator.stream().collect(
                Collectors.groupingBy(f -> f.need() == null ? Slice.UNKNOWN : f.need(), TreeMap::new, Collectors.toList()));
        byNeed.forEach((need, ofNeed) -> {
            BigDecimal needMark = average(ofNeed);
            marks.add(new Mark(indicator, Slice.of(Dimension.NEED, need), needMark));
            marks.add(new Mark(indicator, Slice.of(Dimension.NEED_CHANNEL, need, place.channel), needMark));
            marks.add(new Mark(indicator, Slice.of(Dimension.NEED_GROUP, need, place.group), needMark));
        });
    }

    private List<Slice> slices() {
        return List.of(Slice.ALL,
                Slice.of(Dimension.CHANNEL, place.channel),
                Slice.of(Dimension.LAYER, place.layer),
                Slice.of(Dimension.GROUP, place.group),
                Slice.of(Dimension.TOUCHPOINT, place.touchpoint),
                Slice.of(Dimension.JOURNEY, place.journey),
                Slice.of(Dimension.SERVICE, place.service),
                Slice.of(Dimension.LOCATION, place.location),
                Slice.of(Dimension.DEPARTMENT, place.department),
                Slice.of(Dimension.EDITION, place.edition),
                Slice.of(Dimension.PILOT, place.pilot));
    }

    private static BigDecimal average(List<Fed> some) {
        if (some.size() == 1 && some.getFirst().value().scale() <= DECIMALS) {
            return Decimals.canonical(some.getFirst().value());
        }
        BigDecimal total = some.stream().map(Fed::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Decimals.canonical(total.divide(BigDecimal.valueOf(some.size()), DECIMALS, RoundingMode.HALF_EVEN));
    }
}
