package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A segment of the customer base.
 *
 * @param share of the base in percent, 0–100
 * @param homeLayer the layer that serves it first; null while undecided
 * @param otherLayers the other layers that serve it
 * @param unusableChannels the channels it cannot use, and why
 */
public record CustomerGroup(String id, String name, @Nullable String description, BigDecimal share, SkillLevel selfReliance,
        SkillLevel digitalSkill, List<String> contactPreferences, @Nullable String homeLayer, List<String> otherLayers,
        List<UnusableChannel> unusableChannels) implements Part {

    public CustomerGroup {
        contactPreferences = List.copyOf(contactPreferences);
        otherLayers = List.copyOf(otherLayers);
        unusableChannels = List.copyOf(unusableChannels);
    }

    /** How far a group can help itself, or its digital skill. */
    public enum SkillLevel {
        LOW,
        MEDIUM,
        HIGH
    }

    /**
     * @param reason no device, language, a disability…
     */
    public record UnusableChannel(String channel, String reason) {
    }

    @Override
    public PartKind partKind() {
        return PartKind.CUSTOMER_GROUP;
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>(Reference.optional(PartKind.LAYER, homeLayer, "/homeLayer"));
        for (int i = 0; i < otherLayers.size(); i++) {
            references.add(new Reference(PartKind.LAYER, otherLayers.get(i), "/otherLayers/" + i));
        }
        for (int i = 0; i < unusableChannels.size(); i++) {
            references.add(new Reference(PartKind.CHANNEL, unusableChannels.get(i).channel(),
                    "/unusableChannels/" + i + "/channel"));
        }
        return references;
    }

    /** Whether a channel of this layer reaches the group and the group can use it. */
    public boolean isServedBy(Channel channel) {
        String layer = channel.layer();
        return layer != null && (layer.equals(homeLayer) || otherLayers.contains(layer))
                && unusableChannels.stream().noneMatch(unusable -> unusable.channel().equals(channel.id()));
    }
}
