package io.serviceconcept.concept;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Everything a concept held when it was adopted. Editions of before there were services have none of these. */
public record EditionContent(Direction direction, List<Layer> layers, List<CustomerGroup> groups, List<Channel> channels,
        List<Need> needs, List<NeedImportance> importance, List<Fit> fits, List<Objective> objectives,
        List<Service> services, List<Offer> offers, List<ServiceLevel> serviceLevels, List<ChannelShift> channelShifts,
        List<HandOver> handOvers, List<Assumption> assumptions, List<Stakeholder> stakeholders,
        List<ResearchActivity> researchActivities, List<Insight> insights) {

    public EditionContent {
        layers = List.copyOf(layers);
        groups = List.copyOf(groups);
        channels = List.copyOf(channels);
        needs = List.copyOf(needs);
        importance = List.copyOf(importance);
        fits = List.copyOf(fits);
        objectives = List.copyOf(objectives);
        services = stored(services);
        offers = stored(offers);
        serviceLevels = stored(serviceLevels);
        channelShifts = stored(channelShifts);
        handOvers = stored(handOvers);
        assumptions = stored(assumptions);
        stakeholders = stored(stakeholders);
        researchActivities = stored(researchActivities);
        insights = stored(insights);
    }

    /** The content of a concept that says nothing of services, hand-overs, assumptions, stakeholders and research. */
    public EditionContent(Direction direction, List<Layer> layers, List<CustomerGroup> groups, List<Channel> channels,
            List<Need> needs, List<NeedImportance> importance, List<Fit> fits, List<Objective> objectives) {
        this(direction, layers, groups, channels, needs, importance, fits, objectives, List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** What was stored before there were such parts has no list of them. */
    private static <P> List<P> stored(@Nullable List<P> parts) {
        return parts == null ? List.of() : List.copyOf(parts);
    }

    /** The importance of one need to the groups. */
    public record NeedImportance(String need, List<Need.Importance> importance) {
        public NeedImportance {
            importance = List.copyOf(importance);
        }
    }

    /** One cell of the matrix of needs and channels. */
    public record Fit(String need, String channel, AssessedFit fit) {
    }
}
