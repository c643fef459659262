package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AssessedFit;
import io.serviceconcept.concept.Assumption;
import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.KeptFit;
import io.serviceconcept.concept.ConceptEvent.NeedRemoved;
import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;
import io.serviceconcept.concept.ConceptEvent.PartAdded;
import io.serviceconcept.concept.ConceptEvent.PartChanged;
import io.serviceconcept.concept.ConceptEvent.PartRemoved;
import io.serviceconcept.concept.ConceptEvent.SplitOff;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.Insight;
import io.serviceconcept.concept.Joint;
import io.serviceconcept.concept.KeptFolds;
import io.serviceconcept.concept.Layer;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Part;
import io.serviceconcept.concept.ResearchActivity;
import io.serviceconcept.concept.Service;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.concept.Stakeholder;

/** What the analysis needs to know of a draft, folded from its events: in place, so that n events cost n steps. */
final class Matrix implements KeptFolds.Fold<Sheet> {

    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final Map<String, CustomerGroup> groups = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, Need> needs = new LinkedHashMap<>();
    private final Map<String, Map<String, Need.Importance>> importance = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, Integer>>> fits = new LinkedHashMap<>();
    /** The rows of the last sheet that did not change since. */
    private final Map<String, Map<String, AssessedFit>> assessed = new HashMap<>();

    private final Map<String, String> ids = new HashMap<>();

    private @Nullable BigDecimal budgetPerMonth;

    @Override
    public void apply(ConceptEvent event) {
        switch (event) {
            case PartAdded added -> put(added.part());
            case PartChanged changed -> put(changed.part());
            case PartRemoved removed -> remove(removed);
            case ChannelStatusChanged changed -> channels.computeIfPresent(changed.channel(),
                    (id, channel) -> channel.with(changed.status()));
            case ImportanceSet set -> {
                Map<String, Need.Importance> byGroup = new LinkedHashMap<>();
                set.importance().forEach(given -> byGroup.put(own(given.group()), given));
                importance.put(own(set.need()), byGroup);
            }
            case FitAssessed given -> {
                fits.computeIfAbsent(own(given.need()), need -> new LinkedHashMap<>())
                        .computeIfAbsent(own(given.channel()), channel -> new LinkedHashMap<>())
                        .put(given.assessor(), given.fit());
                assessed.remove(given.need());
            }
            case ConceptEvent.FitWithdrawn withdrawn -> withdraw(withdrawn);
            case NeedsMerged merged -> merge(merged);
            case NeedSplit split -> split(split);
            case ConceptEvent.ConceptCreated created -> {
            }
            case ConceptEvent.DirectionSet set -> budgetPerMonth = set.direction().budgetPerMonth();
            case ConceptEvent.ConceptProposed proposed -> {
            }
            case ConceptEvent.ProposalWithdrawn withdrawn -> {
            }
            case ConceptEvent.EditionAdopted adopted -> {
            }
            case ConceptEvent.ConceptRetired retired -> {
            }
        }
    }

    /** As it stands; the fits of a cell are put together once. */
    @Override
    public Sheet view() {
        fits.forEach((need, row) -> assessed.computeIfAbsent(need, changed -> assessed(row)));
        return new Sheet(List.copyOf(layers.values()), List.copyOf(groups.values()), List.copyOf(channels.values()),
                List.copyOf(needs.values()), new LinkedHashMap<>(importance), new HashMap<>(assessed), budgetPerMonth);
    }

    private static Map<String, AssessedFit> assessed(Map<String, Map<String, Integer>> row) {
        Map<String, AssessedFit> cells = new LinkedHashMap<>();
        row.forEach((channel, given) -> cells.put(channel, AssessedFit.of(given.values())));
        return Collections.unmodifiableMap(cells);
    }

    /** The same text for the same id everywhere: then thousands of lookups compare addresses, not letters. */
    private String own(String id) {
        String known = ids.putIfAbsent(id, id);
        return known == null ? id : known;
    }

    private void put(Part part) {
        ids.put(part.id(), part.id());
        switch (part) {
            case CustomerGroup group -> groups.put(group.id(), group);
            case Channel channel -> channels.put(channel.id(), channel);
            case Need need -> needs.put(need.id(), need);
            case Layer layer -> layers.put(layer.id(), layer);
            case Objective objective -> {
            }
            case Service service -> {
            }
            case ServiceLevel level -> {
            }
            case Assumption assumption -> {
            }
            case Stakeholder stakeholder -> {
            }
            case Joint joint -> {
            }
            case ResearchActivity activity -> {
            }
            case Insight insight -> {
            }
        }
    }

    /** A cell of which nothing is left is one that nobody assessed. */
    private void withdraw(ConceptEvent.FitWithdrawn withdrawn) {
        fits.getOrDefault(withdrawn.need(), new LinkedHashMap<>()).computeIfPresent(withdrawn.channel(), (channel, cell) -> {
            cell.remove(withdrawn.assessor());
            return cell.isEmpty() ? null : cell;
        });
        assessed.remove(withdrawn.need());
    }

    private void merge(NeedsMerged merged) {
        fits.getOrDefault(merged.need(), Map.of()).forEach((channel, cell) -> {
            Map<String, Integer> there = fits.computeIfAbsent(merged.into(), need -> new LinkedHashMap<>())
                    .computeIfAbsent(channel, of -> new LinkedHashMap<>());
            cell.forEach((assessor, fit) -> there.merge(assessor, fit,
                    (own, other) -> merged.kept().contains(new KeptFit(channel, assessor)) ? other : own));
        });
        assessed.remove(merged.into());
        remove(new NeedRemoved(merged.need()));
        needs.replaceAll((id, need) -> merged.need().equals(need.coreNeed()) ? need.supporting(merged.into()) : need);
        apply(new ImportanceSet(merged.into(), merged.importance()));
    }

    private void split(NeedSplit split) {
        for (SplitOff part : split.into()) {
            String id = part.need().id();
            needs.put(id, part.need());
            needs.replaceAll((sub, need) -> part.takes().contains(sub) ? need.supporting(id) : need);
            if (importance.containsKey(split.need())) {
                importance.put(id, importance.get(split.need()));
            }
            Map<String, Map<String, Integer>> row = new LinkedHashMap<>();
            fits.getOrDefault(split.need(), Map.of())
                    .forEach((channel, cell) -> row.put(channel, new LinkedHashMap<>(cell)));
            fits.put(id, row);
            assessed.remove(id);
        }
        remove(new NeedRemoved(split.need()));
    }

    private void remove(PartRemoved removed) {
        switch (removed.partKind()) {
            case CUSTOMER_GROUP -> groups.remove(removed.id());
            case CHANNEL -> {
                channels.remove(removed.id());
                fits.values().forEach(row -> row.remove(removed.id()));
                assessed.clear();
            }
            case NEED -> {
                needs.remove(removed.id());
                importance.remove(removed.id());
                fits.remove(removed.id());
                assessed.remove(removed.id());
            }
            case LAYER -> layers.remove(removed.id());
            case OBJECTIVE, SERVICE, OFFER, SERVICE_LEVEL, CHANNEL_SHIFT, HAND_OVER, ASSUMPTION, STAKEHOLDER,
                    RESEARCH_ACTIVITY, INSIGHT ->
                {
                }
        }
    }
}
