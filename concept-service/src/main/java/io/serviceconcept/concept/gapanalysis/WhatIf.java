package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.serviceconcept.concept.AssessedFit;
import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.CustomerGroup.UnusableChannel;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedChannel;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedFit;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedImportance;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedNeedFit;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedShare;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedStatus;

/** A sheet as it would be with supposed changes; the sheet itself stays as it is. */
final class WhatIf {

    /** What a supposed channel is called where channels are named by id: {@code added-0} is the first. */
    private static final String ADDED = "added-";

    private final Sheet sheet;
    private final WhatIfChanges changes;
    private final List<SupposedChannel> added;

    private WhatIf(Sheet sheet, WhatIfChanges changes) {
        this.sheet = sheet;
        this.changes = changes;
        this.added = WhatIfChanges.given(changes.addedChannels());
    }

    /**
     * @param changes without {@link WhatIfChecks#violations violations}
     */
    static Sheet supposed(Sheet sheet, WhatIfChanges changes) {
        WhatIf supposed = new WhatIf(sheet, changes);
        return new Sheet(sheet.layers(), supposed.groups(), supposed.channels(), sheet.needs(), supposed.importance(),
                supposed.fits(), sheet.budgetPerMonth());
    }

    private List<Channel> channels() {
        Set<String> removed = new HashSet<>(WhatIfChanges.given(changes.removedChannels()));
        Map<String, ChannelStatus> statuses = new HashMap<>();
        for (SupposedStatus supposed : WhatIfChanges.given(changes.statuses())) {
            statuses.put(supposed.channel(), supposed.status());
        }
        List<Channel> channels = new ArrayList<>();
        for (Channel channel : sheet.channels()) {
            if (!removed.contains(channel.id())) {
                channels.add(channel.with(statuses.getOrDefault(channel.id(), channel.status())));
            }
        }
        for (int i = 0; i < added.size(); i++) {
            SupposedChannel supposed = added.get(i);
            ChannelStatus status = supposed.status();
            channels.add(new Channel(ADDED + i, supposed.name(), "OTHER", supposed.layer(), List.of(),
                    supposed.costPerContact(), supposed.capacityPerMonth(), supposed.volumePerMonth(),
                    Boolean.TRUE.equals(supposed.legallyRequired()), null, status == null ? ChannelStatus.ACTIVE : status));
        }
        return channels;
    }

    private List<CustomerGroup> groups() {
        Map<String, BigDecimal> shares = new HashMap<>();
        for (SupposedShare supposed : WhatIfChanges.given(changes.shares())) {
            shares.put(supposed.group(), supposed.share());
        }
        return sheet.groups().stream().map(group -> supposed(group, shares.getOrDefault(group.id(), group.share())))
                .toList();
    }

    private CustomerGroup supposed(CustomerGroup group, BigDecimal share) {
        List<UnusableChannel> unusable = new ArrayList<>(group.unusableChannels());
        for (int i = 0; i < added.size(); i++) {
            if (WhatIfChanges.given(added.get(i).unusableBy()).contains(group.id())) {
                unusable.add(new UnusableChannel(ADDED + i, "supposed"));
            }
        }
        return new CustomerGroup(group.id(), group.name(), group.description(), share, group.selfReliance(),
                group.digitalSkill(), group.contactPreferences(), group.homeLayer(), group.otherLayers(), unusable);
    }

    private Map<String, Map<String, Need.Importance>> importance() {
        Map<String, Map<String, Need.Importance>> importance = new HashMap<>(sheet.importance());
        for (SupposedImportance supposed : WhatIfChanges.given(changes.importance())) {
            String group = supposed.group();
            Map<String, Need.Importance> row = new LinkedHashMap<>(importance.getOrDefault(supposed.need(), Map.of()));
            Need.Importance former = row.get(group);
            row.put(group, new Need.Importance(group, supposed.value(), null, null,
                    former == null ? null : former.expectation()));
            importance.put(supposed.need(), row);
        }
        return importance;
    }

    private Map<String, Map<String, AssessedFit>> fits() {
        Map<String, Map<String, AssessedFit>> fits = new HashMap<>();
        sheet.fits().forEach((need, row) -> fits.put(need, new HashMap<>(row)));
        for (SupposedFit supposed : WhatIfChanges.given(changes.fits())) {
            put(fits, supposed.need(), supposed.channel(), supposed.fit());
        }
        for (int i = 0; i < added.size(); i++) {
            for (SupposedNeedFit supposed : WhatIfChanges.given(added.get(i).fits())) {
                put(fits, supposed.need(), ADDED + i, supposed.fit());
            }
        }
        return fits;
    }

    private static void put(Map<String, Map<String, AssessedFit>> fits, String need, String channel, BigDecimal fit) {
        fits.computeIfAbsent(need, key -> new HashMap<>()).put(channel, new AssessedFit(fit, 0, 1));
    }
}
