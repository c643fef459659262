package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.Part;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedChannel;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedFit;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedImportance;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedNeedFit;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedShare;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedStatus;
import io.serviceconcept.eventsourcing.http.Violation;

/** What is wrong with supposed changes, all of it: parts that are not there, contradictions, too many decimals. */
final class WhatIfChecks {

    private static final int DECIMALS = 2;

    private final Set<String> layers;
    private final Set<String> groups;
    private final Set<String> needs;
    private final Map<String, ChannelStatus> channels = new HashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    private WhatIfChecks(Sheet sheet) {
        this.layers = ids(sheet.layers());
        this.groups = ids(sheet.groups());
        this.needs = ids(sheet.needs());
        for (Channel channel : sheet.channels()) {
            channels.put(channel.id(), channel.status());
        }
    }

    /** Empty when the changes can be made to the sheet. */
    static List<Violation> violations(WhatIfChanges changes, Sheet sheet) {
        WhatIfChecks checks = new WhatIfChecks(sheet);
        checks.added(WhatIfChanges.given(changes.addedChannels()));
        checks.removed(WhatIfChanges.given(changes.removedChannels()));
        checks.statuses(WhatIfChanges.given(changes.statuses()));
        checks.fits(WhatIfChanges.given(changes.fits()));
        checks.shares(WhatIfChanges.given(changes.shares()));
        checks.importance(WhatIfChanges.given(changes.importance()));
        return List.copyOf(checks.violations);
    }

    private void added(List<SupposedChannel> added) {
        for (int i = 0; i < added.size(); i++) {
            SupposedChannel channel = added.get(i);
            String at = "/addedChannels/" + i;
            known(layers, channel.layer(), "layer", at + "/layer");
            decimals(channel.costPerContact(), at + "/costPerContact");
            List<String> unusableBy = WhatIfChanges.given(channel.unusableBy());
            for (int g = 0; g < unusableBy.size(); g++) {
                known(groups, unusableBy.get(g), "customer group", at + "/unusableBy/" + g);
            }
            List<SupposedNeedFit> fits = WhatIfChanges.given(channel.fits());
            Set<String> seen = new HashSet<>();
            for (int n = 0; n < fits.size(); n++) {
                known(needs, fits.get(n).need(), "need", at + "/fits/" + n + "/need");
                once(seen, fits.get(n).need(), at + "/fits/" + n);
                decimals(fits.get(n).fit(), at + "/fits/" + n + "/fit");
            }
        }
    }

    private void removed(List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            if (known(channels.keySet(), ids.get(i), "channel", "/removedChannels/" + i)) {
                once(removed, ids.get(i), "/removedChannels/" + i);
            }
        }
    }

    private void statuses(List<SupposedStatus> statuses) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < statuses.size(); i++) {
            String channel = statuses.get(i).channel();
            present(channel, "/statuses/" + i + "/channel");
            once(seen, channel, "/statuses/" + i);
            channels.replace(channel, statuses.get(i).status());
        }
    }

    private void fits(List<SupposedFit> fits) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < fits.size(); i++) {
            SupposedFit fit = fits.get(i);
            known(needs, fit.need(), "need", "/fits/" + i + "/need");
            present(fit.channel(), "/fits/" + i + "/channel");
            if (channels.get(fit.channel()) == ChannelStatus.RETIRED) {
                violate("/fits/" + i + "/channel", "is retired and serves no need");
            }
            once(seen, fit.need() + '|' + fit.channel(), "/fits/" + i);
            decimals(fit.fit(), "/fits/" + i + "/fit");
        }
    }

    private void shares(List<SupposedShare> shares) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < shares.size(); i++) {
            known(groups, shares.get(i).group(), "customer group", "/shares/" + i + "/group");
            once(seen, shares.get(i).group(), "/shares/" + i);
            decimals(shares.get(i).share(), "/shares/" + i + "/share");
        }
    }

    private void importance(List<SupposedImportance> importance) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < importance.size(); i++) {
            known(needs, importance.get(i).need(), "need", "/importance/" + i + "/need");
            known(groups, importance.get(i).group(), "customer group", "/importance/" + i + "/group");
            once(seen, importance.get(i).need() + '|' + importance.get(i).group(), "/importance/" + i);
        }
    }

    private void present(String channel, String pointer) {
        known(channels.keySet(), channel, "channel", pointer);
        if (removed.contains(channel)) {
            violate(pointer, "is removed as well");
        }
    }

    private boolean known(Set<String> ids, String id, String kind, String pointer) {
        boolean known = ids.contains(id);
        if (!known) {
            violate(pointer, "is not a " + kind + " of this concept: " + id);
        }
        return known;
    }

    private void once(Set<String> seen, String key, String pointer) {
        if (!seen.add(key)) {
            violate(pointer, "occurs twice");
        }
    }

    private void decimals(@Nullable BigDecimal number, String pointer) {
        if (number != null && number.scale() > DECIMALS && number.stripTrailingZeros().scale() > DECIMALS) {
            violate(pointer, "has at most " + DECIMALS + " decimals");
        }
    }

    private void violate(String pointer, String message) {
        violations.add(new Violation(pointer, message));
    }

    private static Set<String> ids(List<? extends Part> parts) {
        return parts.stream().map(Part::id).collect(Collectors.toSet());
    }
}
