package io.serviceconcept.idea;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Checks;
import io.serviceconcept.concept.Decimals;

/**
 * An idea as it is sent.
 *
 * @param features what it offers
 * @param processes the processes it asks for
 * @param systems the systems it asks for
 * @param needs the needs of the draft that it serves
 * @param channels the channels of the draft that it touches
 * @param cost what it costs once, in euro with at most two decimals
 * @param expectedEffects the fits that it would change, each cell of the matrix once
 * @param owner who sees to it
 */
record IdeaContent(@NotBlank @Size(max = 200) String title, @Nullable @Size(max = 4000) String description,
        @NotNull IdeaOrigin origin, @Nullable @Size(max = 100) List<@NotBlank @Size(max = 400) String> features,
        @Nullable @Size(max = 100) List<@NotBlank @Size(max = 200) String> processes,
        @Nullable @Size(max = 100) List<@NotBlank @Size(max = 200) String> systems,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> needs,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> channels, @Nullable @Valid IdeaScoresContent scores,
        @Nullable @DecimalMin("0") @DecimalMax("1000000000000") BigDecimal cost,
        @Nullable @Size(max = 100) List<@NotNull @Valid IdeaEffectContent> expectedEffects,
        @NotBlank @Size(max = 200) String owner) {

    /**
     * Each from 1, hardly any, to 5, very much; leave out what nobody scored yet.
     *
     * @param customerValue what customers gain
     * @param businessValue what the organisation gains
     * @param effort what it takes
     */
    record IdeaScoresContent(@Nullable @Min(1) @Max(5) Integer customerValue, @Nullable @Min(1) @Max(5) Integer businessValue,
            @Nullable @Min(1) @Max(5) Integer effort) {
    }

    /**
     * @param fit how well the channel would serve the need: 0 not – 4 fully
     */
    record IdeaEffectContent(@NotBlank @Size(max = 200) String need, @NotBlank @Size(max = 200) String channel,
            @NotNull @Min(0) @Max(4) Integer fit) {
    }

    /** What was sent to make an idea this. */
    static IdeaContent of(IdeaOutline outline) {
        IdeaOutline.IdeaScores scores = outline.scores();
        return new IdeaContent(outline.title(), outline.description(), outline.origin(), outline.features(),
                outline.processes(), outline.systems(), outline.needs(), outline.channels(),
                scores == null ? null
                        : new IdeaScoresContent(scores.customerValue(), scores.businessValue(), scores.effort()),
                outline.cost(),
                outline.expectedEffects().stream()
                        .map(effect -> new IdeaEffectContent(effect.need(), effect.channel(), effect.fit())).toList(),
                outline.owner());
    }

    /**
     * @throws io.serviceconcept.eventsourcing.http.InvalidInput naming everything that the schema cannot say
     */
    IdeaOutline outline() {
        Checks checks = new Checks().decimals(cost, 2, "/cost");
        List<IdeaEffectContent> effects = orNone(expectedEffects);
        requireOnce(orNone(needs), "/needs/", checks);
        requireOnce(orNone(channels), "/channels/", checks);
        requireOnce(effects.stream().map(effect -> List.of(effect.need(), effect.channel())).toList(),
                "/expectedEffects/", checks);
        checks.pass();
        return new IdeaOutline(title, description, origin, orNone(features), orNone(processes), orNone(systems),
                orNone(needs), orNone(channels),
                scores == null ? null
                        : new IdeaOutline.IdeaScores(scores.customerValue(), scores.businessValue(), scores.effort()),
                cost == null ? null : Decimals.plain(cost),
                effects.stream()
                        .map(effect -> new IdeaOutline.IdeaEffect(effect.need(), effect.channel(), effect.fit()))
                        .toList(),
                owner);
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static void requireOnce(List<?> values, String pointer, Checks checks) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            checks.require(seen.add(values.get(i)), pointer + i, "occurs twice");
        }
    }
}
