package io.serviceconcept.idea;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.NeedSuccession;
import io.serviceconcept.concept.Part;
import io.serviceconcept.concept.PartKind;

/**
 * What an idea is.
 *
 * @param features what it offers
 * @param processes the processes it asks for
 * @param systems the systems it asks for
 * @param needs the needs of the draft that it serves
 * @param channels the channels of the draft that it touches
 * @param cost what it costs once, in euro, 0 or more; null while unknown
 * @param expectedEffects the fits that it would change
 * @param owner who sees to it
 */
public record IdeaOutline(String title, @Nullable String description, IdeaOrigin origin, List<String> features,
        List<String> processes, List<String> systems, List<String> needs, List<String> channels, @Nullable IdeaScores scores,
        @Nullable BigDecimal cost, List<IdeaEffect> expectedEffects, String owner) {

    public IdeaOutline {
        features = List.copyOf(features);
        processes = List.copyOf(processes);
        systems = List.copyOf(systems);
        needs = List.copyOf(needs);
        channels = List.copyOf(channels);
        expectedEffects = List.copyOf(expectedEffects);
    }

    /**
     * Each 1–5, null while nobody scored it.
     *
     * @param customerValue 1 hardly any – 5 very much
     * @param businessValue 1 hardly any – 5 very much
     * @param effort 1 hardly any – 5 very much
     */
    public record IdeaScores(@Nullable Integer customerValue, @Nullable Integer businessValue, @Nullable Integer effort) {
    }

    /**
     * @param fit 0–4: how well the channel would serve the need
     */
    public record IdeaEffect(String need, String channel, int fit) {
    }

    /**
     * The same with the needs that are there instead of those that were merged or split. Where two effects meet, the one
     * that was given for the need that stayed counts, else the first.
     */
    public IdeaOutline following(NeedSuccession succession) {
        return new IdeaOutline(title, description, origin, features, processes, systems, succession.ofAll(needs), channels,
                scores, cost, following(expectedEffects, succession), owner);
    }

    /** As {@link #following(NeedSuccession)}, of the effects alone. */
    public static List<IdeaEffect> following(List<IdeaEffect> expected, NeedSuccession succession) {
        Map<List<String>, IdeaEffect> effects = new LinkedHashMap<>();
        for (IdeaEffect effect : expected) {
            for (String need : succession.of(effect.need())) {
                IdeaEffect followed = new IdeaEffect(need, effect.channel(), effect.fit());
                if (succession.ended(effect.need())) {
                    effects.putIfAbsent(List.of(need, effect.channel()), followed);
                } else {
                    effects.put(List.of(need, effect.channel()), followed);
                }
            }
        }
        return List.copyOf(effects.values());
    }

    /** The same with the parts that have these ids, and none of the others. */
    IdeaOutline among(Set<String> parts) {
        return new IdeaOutline(title, description, origin, features, processes, systems,
                needs.stream().filter(parts::contains).toList(), channels.stream().filter(parts::contains).toList(), scores,
                cost, expectedEffects.stream()
                        .filter(effect -> parts.contains(effect.need()) && parts.contains(effect.channel())).toList(),
                owner);
    }

    /** The same of another concept, in which the parts have other ids. */
    IdeaOutline with(UnaryOperator<String> ids) {
        return new IdeaOutline(title, description, origin, features, processes, systems, needs.stream().map(ids).toList(),
                channels.stream().map(ids).toList(), scores, cost,
                expectedEffects.stream().map(
                        effect -> new IdeaEffect(ids.apply(effect.need()), ids.apply(effect.channel()), effect.fit()))
                        .toList(),
                owner);
    }

    /** The parts of the draft that it names. */
    public List<Part.Reference> references() {
        List<Part.Reference> references = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            references.add(new Part.Reference(PartKind.NEED, needs.get(i), "/needs/" + i));
        }
        for (int i = 0; i < channels.size(); i++) {
            references.add(new Part.Reference(PartKind.CHANNEL, channels.get(i), "/channels/" + i));
        }
        for (int i = 0; i < expectedEffects.size(); i++) {
            IdeaEffect effect = expectedEffects.get(i);
            references.add(new Part.Reference(PartKind.NEED, effect.need(), "/expectedEffects/" + i + "/need"));
            references.add(new Part.Reference(PartKind.CHANNEL, effect.channel(), "/expectedEffects/" + i + "/channel"));
        }
        return references;
    }
}
