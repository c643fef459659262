package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A way for customers and the organisation to interact.
 *
 * @param kind WEB, APP, CHAT, CHATBOT, PHONE, VIDEO_CALL, DESK, LETTER, SOCIAL_MEDIA, CASE_HANDLER or another word
 * @param layer null while undecided
 * @param means what is used within the channel: FAQ, instruction video, return tracking…
 * @param costPerContact in the organisation's currency, 0 or more
 * @param capacityPerMonth contacts it can take
 * @param volumePerMonth contacts it takes
 * @param feasibility what is known about how it can be made technically
 * @param status operational: it changes without a new edition
 */
public record Channel(String id, String name, String kind, @Nullable String layer, List<String> means,
        @Nullable BigDecimal costPerContact, @Nullable Long capacityPerMonth, @Nullable Long volumePerMonth,
        boolean legallyRequired, @Nullable String feasibility, ChannelStatus status) implements Part {

    public Channel {
        means = List.copyOf(means);
    }

    public Channel with(ChannelStatus newStatus) {
        return new Channel(id, name, kind, layer, means, costPerContact, capacityPerMonth, volumePerMonth, legallyRequired,
                feasibility, newStatus);
    }

    @Override
    public PartKind partKind() {
        return PartKind.CHANNEL;
    }

    @Override
    public List<Reference> references() {
        return Reference.optional(PartKind.LAYER, layer, "/layer");
    }
}
