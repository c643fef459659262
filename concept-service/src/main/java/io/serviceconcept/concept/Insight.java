package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was found out.
 *
 * @param name the insight in one sentence
 * @param text the whole of it
 * @param evidence what shows it: figures, observations, what was said, never by whom
 * @param researchActivity where it comes from; null when it was known before
 * @param needs the needs it supports
 */
public record Insight(String id, String name, @Nullable String text, List<String> evidence,
        @Nullable String researchActivity, List<String> needs) implements Part {

    public Insight {
        evidence = List.copyOf(evidence);
        needs = List.copyOf(needs);
    }

    @Override
    public PartKind partKind() {
        return PartKind.INSIGHT;
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>(
                Reference.optional(PartKind.RESEARCH_ACTIVITY, researchActivity, "/researchActivity"));
        for (int i = 0; i < needs.size(); i++) {
            references.add(new Reference(PartKind.NEED, needs.get(i), "/needs/" + i));
        }
        return references;
    }
}
