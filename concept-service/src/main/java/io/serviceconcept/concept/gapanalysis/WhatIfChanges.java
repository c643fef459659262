package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ChannelStatus;

/**
 * What is supposed: the concept as it is, with these changes. Every list may be left out.
 *
 * @param addedChannels channels that there are not
 * @param removedChannels the ids of channels to do without
 * @param fits fits of channels that there are, in place of those assessed or measured
 * @param shares of groups, in place of those they have; they need not add up to 100
 */
record WhatIfChanges(@Nullable @Size(max = 50) List<@NotNull @Valid SupposedChannel> addedChannels,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> removedChannels,
        @Nullable @Size(max = 10_000) List<@NotNull @Valid SupposedFit> fits,
        @Nullable @Size(max = 200) List<@NotNull @Valid SupposedShare> shares,
        @Nullable @Size(max = 10_000) List<@NotNull @Valid SupposedImportance> importance,
        @Nullable @Size(max = 200) List<@NotNull @Valid SupposedStatus> statuses) {

    static final WhatIfChanges NONE = new WhatIfChanges(null, null, null, null, null, null);

    /**
     * @param layer the id of a layer: the groups that it serves can reach the channel
     * @param status ACTIVE when left out
     * @param unusableBy the ids of the groups that cannot use it
     */
    record SupposedChannel(@NotBlank @Size(max = 200) String name, @NotBlank @Size(max = 200) String layer,
            @Nullable ChannelStatus status, @Nullable @DecimalMin("0") @DecimalMax("1000000000") BigDecimal costPerContact,
            @Nullable @PositiveOrZero @Max(1_000_000_000_000L) Long capacityPerMonth,
            @Nullable @PositiveOrZero @Max(1_000_000_000_000L) Long volumePerMonth, @Nullable Boolean legallyRequired,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> unusableBy,
            @Nullable @Size(max = 1_000) List<@NotNull @Valid SupposedNeedFit> fits) {
    }

    /**
     * @param fit 0–4, at most two decimals
     */
    record SupposedNeedFit(@NotBlank @Size(max = 200) String need,
            @NotNull @DecimalMin("0") @DecimalMax("4") BigDecimal fit) {
    }

    /**
     * @param fit 0–4, at most two decimals
     */
    record SupposedFit(@NotBlank @Size(max = 200) String need, @NotBlank @Size(max = 200) String channel,
            @NotNull @DecimalMin("0") @DecimalMax("4") BigDecimal fit) {
    }

    /**
     * @param share in percent, at most two decimals
     */
    record SupposedShare(@NotBlank @Size(max = 200) String group,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal share) {
    }

    /**
     * @param value 1–5; 0 is not relevant
     */
    record SupposedImportance(@NotBlank @Size(max = 200) String need, @NotBlank @Size(max = 200) String group,
            @NotNull @Min(0) @Max(5) Integer value) {
    }

    record SupposedStatus(@NotBlank @Size(max = 200) String channel, @NotNull ChannelStatus status) {
    }

    static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
