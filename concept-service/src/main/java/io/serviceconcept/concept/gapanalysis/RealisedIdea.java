package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedFit;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedStatus;
import io.serviceconcept.idea.IdeaOutline.IdeaEffect;
import io.serviceconcept.idea.catalogue.OpenIdeaQueries.OpenIdea;

/**
 * What an idea would change of a sheet once it is realised: the fits that are expected of it, in place of those assessed, and
 * the channels it touches that are planned or in a pilot, which are open then.
 *
 * @param fits of needs without sub-needs
 * @param opens the ids of channels
 * @param remarks why an expected fit is left out
 */
record RealisedIdea(OpenIdea idea, List<SupposedFit> fits, List<String> opens, List<RankingRemark> remarks) {

    /**
     * Something to know of a ranked idea.
     *
     * @param code stable: nothing-expected, coverage-unknown, cost-unknown, cost-zero, or effect-left-out
     */
    record RankingRemark(String code, String message) {
    }

    static RealisedIdea of(OpenIdea idea, Sheet sheet) {
        Map<String, Channel> channels = new HashMap<>();
        sheet.channels().forEach(channel -> channels.put(channel.id(), channel));
        List<SupposedFit> fits = new ArrayList<>();
        List<RankingRemark> remarks = new ArrayList<>();
        Set<String> touched = new LinkedHashSet<>(idea.channels());
        for (IdeaEffect effect : idea.expectedEffects()) {
            touched.add(effect.channel());
            String objection = objection(effect, sheet, channels.get(effect.channel()));
            if (objection == null) {
                fits.add(new SupposedFit(effect.need(), effect.channel(), BigDecimal.valueOf(effect.fit())));
            } else {
                remarks.add(new RankingRemark("effect-left-out", objection));
            }
        }
        List<String> opens = touched.stream().filter(id -> opened(channels.get(id))).toList();
        return new RealisedIdea(idea, fits, opens, remarks);
    }

    /** Null when nobody said what it would change, or nothing of that is left. */
    @Nullable
    WhatIfChanges changes() {
        return fits.isEmpty() && opens.isEmpty() ? null
                : new WhatIfChanges(null, null, fits, null, null,
                        opens.stream().map(id -> new SupposedStatus(id, ChannelStatus.ACTIVE)).toList());
    }

    private static boolean opened(@Nullable Channel channel) {
        return channel != null
                && (channel.status() == ChannelStatus.PLANNED || channel.status() == ChannelStatus.PILOT);
    }

    private static @Nullable String objection(IdeaEffect effect, Sheet sheet, @Nullable Channel channel) {
        Map<String, String> names = sheet.needs().stream().collect(Collectors.toMap(Need::id, Need::name));
        String need = names.get(effect.need());
        if (need == null || channel == null) {
            return "A fit is expected of a need or a channel that the draft no longer has.";
        }
        String cell = "The fit expected of \"" + channel.name() + "\" for \"" + need + "\" ";
        if (channel.status() == ChannelStatus.RETIRED) {
            return cell + "changes nothing: the channel is retired.";
        }
        return sheet.needs().stream().anyMatch(sub -> effect.need().equals(sub.coreNeed()))
                ? cell + "changes nothing: the coverage of a core need is that of its sub-needs."
                : null;
    }
}
