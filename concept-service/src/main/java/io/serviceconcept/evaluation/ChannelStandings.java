package io.serviceconcept.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.Need;
import io.serviceconcept.evaluation.Standing.ChannelFit;
import io.serviceconcept.evaluation.Standing.ChannelSatisfaction;
import io.serviceconcept.evaluation.Standing.ChannelStanding;
import io.serviceconcept.evaluation.Standing.ChannelTouchpoint;
import io.serviceconcept.evaluation.Standing.MeasuredFit;
import io.serviceconcept.evaluation.Standing.StandingInterval;
import io.serviceconcept.evaluation.Standing.StandingPeriod;
import io.serviceconcept.evaluation.journeys.JourneyTouchpoint;
import io.serviceconcept.evaluation.measurements.Anchors;
import io.serviceconcept.evaluation.measurements.MeasuredResult;

/** The channels of an edition: what people expected of them beside what customers say. */
final class ChannelStandings {

    private final Optional<Anchors> anchors;
    private final Map<String, MeasuredResult> results;
    private final Map<String, List<JourneyTouchpoint>> touchpoints;

    /**
     * @param results of the satisfaction indicator, at most one per channel
     */
    ChannelStandings(Optional<Anchors> anchors, List<MeasuredResult> results, List<JourneyTouchpoint> touchpoints) {
        this.anchors = anchors;
        this.results = results.stream().collect(Collectors.toMap(result -> result.sliceKey, Function.identity()));
        this.touchpoints = touchpoints.stream().collect(Collectors.groupingBy(touchpoint -> touchpoint.channel));
    }

    List<ChannelStanding> of(EditionInForce inForce) {
        EditionContent content = inForce.edition().content();
        Map<String, Need> needs = content.needs().stream().collect(Collectors.toMap(Need::id, Function.identity()));
        Map<String, List<EditionContent.Fit>> fits = content.fits().stream()
                .collect(Collectors.groupingBy(EditionContent.Fit::channel));
        return content.channels().stream().map(channel -> {
            MeasuredResult result = results.get(channel.id());
            return new ChannelStanding(channel.id(), channel.name(), channel.layer(), inForce.status(channel),
                    result == null ? null : satisfaction(result), result == null ? null : measuredFit(result),
                    assessed(fits.getOrDefault(channel.id(), List.of()), needs), touchpoints(channel));
        }).toList();
    }

    private static ChannelSatisfaction satisfaction(MeasuredResult result) {
        return new ChannelSatisfaction(
                new StandingPeriod(result.periodKind, result.periodLabel, result.periodFrom, result.periodTo),
                result.state, result.n, Figures.shown(result.figure), StandingInterval.of(result.low, result.high));
    }

    private @Nullable MeasuredFit measuredFit(MeasuredResult result) {
        BigDecimal figure = result.figure;
        if (figure == null) {
            return null;
        }
        BigDecimal low = result.low;
        BigDecimal high = result.high;
        return anchors.map(scale -> new MeasuredFit(scale.fit(figure), low == null || high == null ? null
                : new StandingInterval(scale.fit(low), scale.fit(high)))).orElse(null);
    }

    private static List<ChannelFit> assessed(List<EditionContent.Fit> ofChannel, Map<String, Need> needs) {
        List<ChannelFit> fits = new ArrayList<>();
        for (EditionContent.Fit cell : ofChannel) {
            Need need = needs.get(cell.need());
            if (need != null) {
                fits.add(new ChannelFit(need.id(), need.name(), cell.fit().median(), cell.fit().assessors()));
            }
        }
        return fits;
    }

    private List<ChannelTouchpoint> touchpoints(Channel channel) {
        return touchpoints.getOrDefault(channel.id(), List.of()).stream()
                .map(touchpoint -> new ChannelTouchpoint(touchpoint.journey, touchpoint.touchpoint, touchpoint.name))
                .toList();
    }
}
