package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.serviceconcept.concept.AssumptionsResource.AssumptionView;
import io.serviceconcept.concept.ChannelShiftsResource.ChannelShiftView;
import io.serviceconcept.concept.ChannelsResource.ChannelView;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.CustomerGroupsResource.CustomerGroupView;
import io.serviceconcept.concept.DirectionResource.DirectionContent;
import io.serviceconcept.concept.Editions.Edition;
import io.serviceconcept.concept.HandOversResource.HandOverView;
import io.serviceconcept.concept.ImportanceResource.NeedImportanceContent;
import io.serviceconcept.concept.InsightsResource.InsightView;
import io.serviceconcept.concept.LayersResource.LayerView;
import io.serviceconcept.concept.NeedsResource.NeedView;
import io.serviceconcept.concept.ObjectivesResource.ObjectiveView;
import io.serviceconcept.concept.OffersResource.OfferView;
import io.serviceconcept.concept.ResearchActivitiesResource.ResearchActivityView;
import io.serviceconcept.concept.ServiceLevelsResource.ServiceLevelView;
import io.serviceconcept.concept.ServicesResource.ServiceView;
import io.serviceconcept.concept.StakeholdersResource.StakeholderView;

/**
 * An edition as the API shows it; the version of its parts is the one at which it was adopted.
 *
 * @param channels with the status they had when the edition was adopted
 */
record EditionView(int edition, String name, LocalDate inForceFrom, Instant adoptedAt, String adoptedBy,
        DirectionContent direction, List<LayerView> layers, List<CustomerGroupView> customerGroups,
        List<ChannelView> channels, List<NeedView> needs, List<EditionImportance> importance, List<EditionFit> fits,
        List<ObjectiveView> objectives, List<ServiceView> services, List<OfferView> offers,
        List<ServiceLevelView> serviceLevels, List<ChannelShiftView> channelShifts, List<HandOverView> handOvers,
        List<AssumptionView> assumptions, List<StakeholderView> stakeholders, List<ResearchActivityView> researchActivities,
        List<InsightView> insights) {

    record EditionSummary(int edition, LocalDate inForceFrom, Instant adoptedAt, String adoptedBy) {

        static EditionSummary of(Edition edition) {
            EditionAdopted adopted = edition.adopted();
            return new EditionSummary(adopted.edition(), adopted.inForceFrom(), adopted.adoptedAt(), edition.actor());
        }
    }

    record EditionImportance(String need, List<ImportanceResource.GroupImportance> importance) {
    }

    record EditionFit(String need, String channel, BigDecimal fit, int spread, int assessors) {
    }

    static EditionView of(Edition edition) {
        EditionAdopted adopted = edition.adopted();
        EditionContent content = adopted.content();
        long version = edition.version();
        return new EditionView(adopted.edition(), adopted.name(), adopted.inForceFrom(), adopted.adoptedAt(),
                edition.actor(), DirectionContent.of(content.direction()),
                content.layers().stream().map(layer -> LayerView.of(layer, version)).toList(),
                content.groups().stream().map(group -> CustomerGroupView.of(group, version)).toList(),
                content.channels().stream().map(channel -> ChannelView.of(channel, version)).toList(),
                content.needs().stream().map(need -> NeedView.of(need, version)).toList(),
                content.importance().stream().map(of -> new EditionImportance(of.need(),
                        NeedImportanceContent.of(of.importance()).importance())).toList(),
                content.fits().stream().map(cell -> new EditionFit(cell.need(), cell.channel(), cell.fit().median(),
                        cell.fit().spread(), cell.fit().assessors())).toList(),
                content.objectives().stream().map(objective -> ObjectiveView.of(objective, version)).toList(),
                content.services().stream().map(service -> ServiceView.of(service, version)).toList(),
                content.offers().stream().map(offer -> OfferView.of(offer, version)).toList(),
                content.serviceLevels().stream().map(level -> ServiceLevelView.of(level, version)).toList(),
                content.channelShifts().stream().map(shift -> ChannelShiftView.of(shift, version)).toList(),
                content.handOvers().stream().map(over -> HandOverView.of(over, version)).toList(),
                content.assumptions().stream().map(assumption -> AssumptionView.of(assumption, version)).toList(),
                content.stakeholders().stream().map(stakeholder -> StakeholderView.of(stakeholder, version)).toList(),
                content.researchActivities().stream().map(activity -> ResearchActivityView.of(activity, version)).toList(),
                content.insights().stream().map(insight -> InsightView.of(insight, version)).toList());
    }
}
