package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.ChannelAdded;
import io.serviceconcept.concept.ConceptEvent.CustomerGroupAdded;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.LayerAdded;
import io.serviceconcept.concept.ConceptEvent.NeedAdded;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.CustomerGroup.SkillLevel;
import io.serviceconcept.concept.CustomerGroup.UnusableChannel;
import io.serviceconcept.concept.Layer;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.Need.NeedAudience;

/** The vocabulary of the tests of the gap analysis: everything is in the layer "layer" unless it says otherwise. */
final class MatrixEvents {

    private MatrixEvents() {
    }

    static Sheet sheet(ConceptEvent... events) {
        return sheet(List.of(events));
    }

    static Sheet sheet(List<? extends ConceptEvent> events) {
        Matrix matrix = new Matrix();
        events.forEach(matrix::apply);
        return matrix.view();
    }

    static GapAnalysis analysis(Sheet sheet) {
        return new GapAnalyst(sheet, Scope.EXISTING, Basis.ASSESSED, Measurements.NONE).analyse("c", 1, null);
    }

    static ConceptEvent layer(String id, int position) {
        return new LayerAdded(new Layer(id, id, "OWN", position));
    }

    static ConceptEvent channel(String id, String layer, @Nullable String cost, @Nullable Long volume,
            @Nullable Long capacity, boolean legallyRequired) {
        return new ChannelAdded(new Channel(id, id, "WEB", layer, List.of(), cost == null ? null : new BigDecimal(cost),
                capacity, volume, legallyRequired, null, ChannelStatus.ACTIVE));
    }

    static ConceptEvent group(String id, String share, String... unusable) {
        return new CustomerGroupAdded(new CustomerGroup(id, id, null, new BigDecimal(share), SkillLevel.HIGH,
                SkillLevel.HIGH, List.of(), "layer", List.of(),
                List.of(unusable).stream().map(channel -> new UnusableChannel(channel, "cannot")).toList()));
    }

    static ConceptEvent channel(String id) {
        return new ChannelAdded(new Channel(id, id, "WEB", "layer", List.of(), null, null, null, false, null,
                ChannelStatus.ACTIVE));
    }

    static ConceptEvent need(String id, @Nullable String coreNeed) {
        return new NeedAdded(new Need(id, id, null, coreNeed, NeedAudience.CUSTOMER));
    }

    static ConceptEvent importance(String need, Object... groupsAndValues) {
        return new ImportanceSet(need,
                IntStream.range(0, groupsAndValues.length / 2)
                        .mapToObj(i -> new Need.Importance((String) groupsAndValues[2 * i],
                                (int) groupsAndValues[2 * i + 1], null, null, null))
                        .toList());
    }

    static ConceptEvent fit(String need, String channel, String assessor, int fit) {
        return new FitAssessed(need, channel, assessor, fit, null);
    }
}
