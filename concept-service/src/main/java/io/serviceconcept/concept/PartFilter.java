package io.serviceconcept.concept;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Assumption.AssumptionStatus;
import io.serviceconcept.concept.Need.NeedAudience;
import io.serviceconcept.concept.ResearchActivity.ResearchKind;
import io.serviceconcept.concept.Stakeholder.StakeholderSupport;
import io.serviceconcept.eventsourcing.http.InvalidInput;

/**
 * A field of parts that their list can be asked for by its value; a new one joins with a line in {@link #ALL}.
 *
 * @param name of the query parameter, as the field is called in the representation
 * @param values that there are, empty when it is an id or a text
 */
record PartFilter<P extends Part>(Class<P> type, PartKind kind, String name, List<String> values, Field<P> field) {

    interface Field<P> {

        @Nullable
        Object of(P part);
    }

    static final List<PartFilter<?>> ALL = List.of(
            text(Layer.class, PartKind.LAYER, "approach", Layer::approach),
            text(CustomerGroup.class, PartKind.CUSTOMER_GROUP, "homeLayer", CustomerGroup::homeLayer),
            text(Channel.class, PartKind.CHANNEL, "layer", Channel::layer),
            text(Channel.class, PartKind.CHANNEL, "kind", Channel::kind),
            oneOf(Channel.class, PartKind.CHANNEL, "status", ChannelStatus.values(), Channel::status),
            text(Need.class, PartKind.NEED, "coreNeed", Need::coreNeed),
            oneOf(Need.class, PartKind.NEED, "audience", NeedAudience.values(), Need::audience),
            text(Objective.class, PartKind.OBJECTIVE, "indicator", Objective::indicator),
            text(Objective.class, PartKind.OBJECTIVE, "owner", Objective::owner),
            text(Offer.class, PartKind.OFFER, "service", Offer::service),
            text(Offer.class, PartKind.OFFER, "channel", Offer::channel),
            text(Offer.class, PartKind.OFFER, "group", Offer::group),
            text(ServiceLevel.class, PartKind.SERVICE_LEVEL, "service", ServiceLevel::service),
            text(ServiceLevel.class, PartKind.SERVICE_LEVEL, "indicator", ServiceLevel::indicator),
            text(ChannelShift.class, PartKind.CHANNEL_SHIFT, "from", ChannelShift::from),
            text(ChannelShift.class, PartKind.CHANNEL_SHIFT, "to", ChannelShift::to),
            text(HandOver.class, PartKind.HAND_OVER, "from", HandOver::from),
            text(HandOver.class, PartKind.HAND_OVER, "to", HandOver::to),
            oneOf(Assumption.class, PartKind.ASSUMPTION, "status", AssumptionStatus.values(), Assumption::status),
            text(Assumption.class, PartKind.ASSUMPTION, "channel", Assumption::channel),
            text(Assumption.class, PartKind.ASSUMPTION, "owner", Assumption::owner),
            oneOf(Stakeholder.class, PartKind.STAKEHOLDER, "support", StakeholderSupport.values(), Stakeholder::support),
            oneOf(ResearchActivity.class, PartKind.RESEARCH_ACTIVITY, "kind", ResearchKind.values(), ResearchActivity::kind),
            text(Insight.class, PartKind.INSIGHT, "researchActivity", Insight::researchActivity));

    private static <P extends Part> PartFilter<P> text(Class<P> type, PartKind kind, String name, Field<P> field) {
        return new PartFilter<>(type, kind, name, List.of(), field);
    }

    private static <P extends Part> PartFilter<P> oneOf(Class<P> type, PartKind kind, String name, Enum<?>[] values,
            Field<P> field) {
        return new PartFilter<>(type, kind, name, Stream.of(values).map(Enum::name).toList(), field);
    }

    static List<PartFilter<?>> of(PartKind kind) {
        return ALL.stream().filter(filter -> filter.kind == kind).toList();
    }

    /**
     * Whether the part has this value; capitals and accents make no difference.
     *
     * @param wanted null when everything is asked for
     */
    boolean passes(Part part, @Nullable String wanted) {
        if (wanted == null) {
            return true;
        }
        Object value = field.of(type.cast(part));
        return value != null && Names.folded(value.toString()).equals(Names.folded(wanted));
    }

    /**
     * @throws InvalidInput when the field never has that value
     */
    void check(@Nullable String wanted) {
        if (wanted != null && !values.isEmpty() && !values.contains(wanted)) {
            throw new InvalidInput('?' + name, "is one of " + values);
        }
    }
}
